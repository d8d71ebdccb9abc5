import { type FocusEvent, useId, useState } from 'react'
import { needsReason } from '../../../shared/consultation/compilation.ts'
import { type RemarkAnswer, type Reply, reasonMaxLength, verdicts } from '../../../shared/http/replies.ts'
import { headingIn } from '../../form/headingIn.ts'
import { CallFailed } from '../../http/call.ts'
import { personName } from '../../text/personName.ts'
import { problemWords } from '../../text/problemWords.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { ChangeLink } from './AnswerShown.tsx'
import type { Answering } from './CompilationContext.ts'
import { useCompilation } from './CompilationContext.ts'
import styles from './form.module.css'
import { useAnswer } from './useAnswer.ts'
import { lacksReason } from './writtenAnswer.ts'

interface AnswerFormProps {
  /** The remark: `FK 3`. */
  readonly name: string
  readonly reply: Reply
  readonly remarkId: string
  readonly answer: RemarkAnswer | null
  readonly answering: Answering
}

/** The owner's answer to a remark: what becomes of it, why, and where the text was changed. Saved when it is chosen or left. */
export function AnswerForm({ name, reply, remarkId, answer, answering }: AnswerFormProps) {
  const text = useText()
  const { compilation: words } = text
  const { applicationId, round, form } = useCompilation()
  const id = useId()
  const [isLeft, setLeft] = useState(false)
  const inHand = useAnswer({
    ...{ applicationId, round: round.number, reply, remarkId, answer, memory: answering.memory },
    onSaved: (saved, isAnswered) => answering.onSaved(saved, name, isAnswered),
    onReplaced: answering.onReplaced,
  })
  const { shown, isUnsaved, isSaving, fault, change, choose, save, takeBack } = inHand
  const { verdict, reason, changedSection } = shown
  const isLacking = isLeft && lacksReason(shown)
  const changedHeading = changedSection === null ? null : headingIn(form, changedSection)
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return
    setLeft(true)
    save()
  }
  return (
    <fieldset className={styles.form} onBlur={leave}>
      <legend className="sr-only">{words.answerTo(name)}</legend>
      <div className={styles.verdicts}>
        {verdicts.map(one => (
          <label key={one} className={styles.choice}>
            <input
              type="radio"
              name={id}
              checked={verdict === one}
              onChange={() => {
                setLeft(false)
                choose({ verdict: one })
              }}
            />
            {words.verdicts[one]}
          </label>
        ))}
      </div>
      {verdict !== null && (
        <>
          <div className={styles.field}>
            <label htmlFor={`${id}-reason`}>
              {needsReason(verdict) ? words.answerReason : words.answerReasonOptional}
            </label>
            <textarea
              id={`${id}-reason`}
              rows={needsReason(verdict) ? 2 : 1}
              maxLength={reasonMaxLength}
              value={reason}
              required={needsReason(verdict)}
              aria-invalid={isLacking}
              aria-describedby={`${id}-lack`}
              title={words.nextKey}
              onChange={({ target }) => change({ reason: target.value })}
              onKeyDown={event => {
                if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
                event.preventDefault()
                save()
                if (!lacksReason(shown)) answering.onNext()
              }}
            />
            <p id={`${id}-lack`} className={styles.fault}>
              {isLacking ? words.answerReasonMissing : ''}
            </p>
          </div>
          {verdict !== 'notMet' && (
            <div className={styles.field}>
              <label htmlFor={`${id}-changed`}>{words.changedIn}</label>
              <div className={styles.changed}>
                <select
                  id={`${id}-changed`}
                  value={changedSection ?? ''}
                  onChange={({ target }) => choose({ changedSection: target.value || null })}
                >
                  <option value="">{words.noChange}</option>
                  {form.sections.map(({ key, heading }) => (
                    <option key={key} value={key}>
                      {heading}
                    </option>
                  ))}
                </select>
                {changedSection !== null && changedHeading !== null && (
                  <ChangeLink section={changedSection} heading={changedHeading} />
                )}
              </div>
            </div>
          )}
        </>
      )}
      {fault !== null && (
        <p role="alert" className={styles.fault}>
          {fault instanceof CallFailed && fault.kind === 'replyChanged'
            ? words.replyChanged
            : words.notSaved(problemWords(text, fault))}
        </p>
      )}
      <div className={styles.foot}>
        <p className={styles.soft} data-saved={answer !== null && !isUnsaved ? '' : undefined}>
          {stateWords()}
        </p>
        {isUnsaved && !isSaving && verdict !== null && (fault !== null || !lacksReason(shown)) && (
          <Button look="quiet" onClick={save}>
            {words.save}
          </Button>
        )}
        {!isSaving && (answer !== null || verdict !== null) && (
          <Button look="quiet" aria-label={words.takeBackOf(name)} onClick={takeBack}>
            {words.takeBack}
          </Button>
        )}
      </div>
    </fieldset>
  )

  function stateWords(): string {
    if (isSaving) return words.saving
    if (isUnsaved) return fault === null ? words.unsaved : ''
    return answer === null ? '' : words.savedBy(personName(text, answer.by), answer.at)
  }
}
