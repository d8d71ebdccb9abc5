import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import { type CompiledParty, compilation as compile } from '../../../shared/consultation/compilation.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Application } from '../../../shared/http/application.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import type { Reply } from '../../../shared/http/replies.ts'
import { may } from '../../../shared/people/may.ts'
import { browserStorage } from '../../form/browserStorage.ts'
import { useMe, useSession } from '../../pages/SessionContext.ts'
import { useMyRights } from '../../pages/useMyRights.ts'
import { useTabTitle } from '../../pages/useTabTitle.ts'
import { personName } from '../../text/personName.ts'
import { useText } from '../../text/useText.ts'
import { useNotices } from '../../ui/notices.ts'
import { roundAddress } from '../roundAddress.ts'
import { AnsweringBar } from './AnsweringBar.tsx'
import { answerMemory } from './answerMemory.ts'
import { CompilationContext, type OnCompilation } from './CompilationContext.ts'
import { CompilationFiles } from './CompilationFiles.tsx'
import { notYetWords } from './notYetWords.ts'
import { PublishDialog } from './PublishDialog.tsx'
import { Publishing } from './Publishing.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import { Records } from './Records.tsx'
import { Rows } from './Rows.tsx'
import { Stances } from './Stances.tsx'
import { useFiltered } from './useFiltered.ts'
import type { SeenReplies } from './useReplies.ts'
import { useUnanswered } from './useUnanswered.ts'
import styles from './view.module.css'

interface CompilationViewProps {
  readonly application: Application
  readonly form: FormTemplate
  readonly round: Round
  readonly replies: readonly Reply[]
  readonly seen: SeenReplies
  readonly onRound: (round: Round) => void
}

/** The sammanställning of a round: for the owner to answer and show, for others to read. */
export function CompilationView(props: CompilationViewProps) {
  const { form, round, replies, seen, onRound } = props
  const text = useText()
  const { compilation: words, consultation, pages } = text
  const notices = useNotices()
  const me = useMe()
  const isGuest = useSession()?.session.isGuest ?? false
  const { application, standing, access, lookAgain } = useMyRights(props.application, form)
  // Who the parties are, and what I am now: no line tells of it here.
  useEffect(() => void lookAgain(), [lookAgain])
  const { id } = application
  const { number } = round
  const roundTitle = consultation.roundTitle(round.purpose, round.ordinal)
  const title = words.title(roundTitle, application.name || pages.unnamed)
  useTabTitle(title)

  const isHolder = standing.role === 'ownerEditor'
  const mayAnswer = may(standing, 'holdRounds')
  const seesVersions = may(standing, 'readVersions')
  const whole = useMemo(() => compile(round, replies, form), [round, replies, form])
  const filtered = useFiltered(whole)
  const remarks = useRef<HTMLElement>(null)
  const onNone = useCallback(() => notices.toast(words.allAnswered), [notices, words])
  const step = useUnanswered(remarks, onNone)
  const [asking, setAsking] = useState<CompiledParty | 'publish' | null>(null)
  const shown = useRef<HTMLParagraphElement>(null)
  const shownByMe = useRef(false)
  // The button that showed it to the parties is gone.
  useEffect(() => {
    if (round.published === null || !shownByMe.current) return
    shownByMe.current = false
    shown.current?.focus()
  }, [round.published])

  const { took, look } = seen
  const onSaved = useCallback(
    (reply: Reply, remark: string, isAnswered: boolean) => {
      took(reply)
      notices.announce(isAnswered ? words.saved(remark) : words.takenBack(remark))
    },
    [took, notices, words],
  )
  const memory = useMemo(
    () => answerMemory(browserStorage(), `${me.person.id}@${me.party.id}`, id, number),
    [me, id, number],
  )
  const parties = access.access?.parties
  const known = useMemo<OnCompilation>(
    () => ({
      ...{ applicationId: id, form, round, seesVersions },
      colourOf: partyId => parties?.find(party => party.id === partyId)?.colour,
      answering: mayAnswer ? { memory, onSaved, onReplaced: look, onNext: () => step(1) } : null,
    }),
    [id, form, round, seesVersions, parties, mayAnswer, memory, onSaved, look, step],
  )

  const notYet = notYetWords(text, round, whole, { isHolder, isGuest })
  const sees = whole.parties.some(({ reply }) => reply !== null)
  const asks = round.purpose !== 'information'
  return (
    <CompilationContext value={known}>
      <main id="content" className={styles.page} tabIndex={-1}>
        <p className={styles.back}>
          <Link href={roundAddress(id, number)}>{words.back(roundTitle)}</Link>
        </p>
        <h1>{title}</h1>
        {!asks && <p>{words.information}</p>}
        {asks && (
          <>
            <p className={styles.lead}>{words.lead}</p>
            {seen.fault !== null && (
              <p role="status" className={styles.stale}>
                {words.stale}
              </p>
            )}
            {notYet.length > 0 && (
              <div className={styles.notYet}>
                {!sees && <h2>{words.notYet}</h2>}
                {notYet.map(said => (
                  <p key={said}>{said}</p>
                ))}
              </div>
            )}
            {(sees || isHolder) && (
              <div className={styles.tools}>
                {mayAnswer && (
                  <Publishing round={round} hasReplies={sees} onPublish={() => setAsking('publish')} />
                )}
                {sees && <CompilationFiles applicationId={id} round={number} />}
              </div>
            )}
            {round.published !== null && (
              <p ref={shown} tabIndex={-1} className={styles.soft}>
                {words.published(round.published.at, personName(text, round.published.by))}
              </p>
            )}
            {(sees || isHolder || round.published !== null) && (
              <section aria-labelledby="stances">
                <h2 id="stances">{words.stances}</h2>
                {!sees && (
                  <div className={styles.empty}>
                    <p>{round.over === null ? words.none : words.noneOver}</p>
                    {round.over === null && <p>{words.noneHelp}</p>}
                  </div>
                )}
                <Stances parties={whole.parties} onRecord={mayAnswer ? setAsking : null} />
              </section>
            )}
            {sees && (
              <section ref={remarks} aria-labelledby="remarks" className={styles.remarks}>
                <h2 id="remarks">{words.remarks}</h2>
                {isHolder && !mayAnswer && <p className={styles.soft}>{words.isOver}</p>}
                {whole.counts.remarks === 0 && <p>{words.noRemarks}</p>}
                {whole.counts.remarks > 0 && mayAnswer && (
                  <AnsweringBar counts={whole.counts} filtered={filtered} step={step} />
                )}
                {filtered.isOnlyUnanswered && (
                  <p className={styles.soft} role="status">
                    {whole.counts.unanswered === 0 ? words.noneUnanswered : words.filterKeeps}
                  </p>
                )}
                <Rows compilation={filtered.shown} />
              </section>
            )}
          </>
        )}
        {!isGuest && <Records applicationId={id} round={number} isHolder={isHolder} />}
      </main>
      {asking === 'publish' && (
        <PublishDialog
          applicationId={id}
          compilation={whole}
          onPublished={published => {
            shownByMe.current = true
            setAsking(null)
            onRound(published)
            notices.toast(words.publishedNow)
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking !== null && asking !== 'publish' && (
        <RecordDialog
          applicationId={id}
          round={number}
          party={asking}
          onRecorded={reply => {
            setAsking(null)
            took(reply)
            notices.toast(words.recordDone(asking.name))
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </CompilationContext>
  )
}
