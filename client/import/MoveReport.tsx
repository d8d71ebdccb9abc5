import { useCallback, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { Application } from '../../shared/http/application.ts'
import type { ReadMove } from '../../shared/http/formImport.ts'
import type { Placements } from '../../shared/import/ReadForm.ts'
import { moveApplication, readMove } from '../http/formImport.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useNotices } from '../ui/notices.ts'
import { carriedOver } from './decisions.ts'
import { FormChoice } from './FormChoice.tsx'
import { ReadReport } from './ReadReport.tsx'
import styles from './report.module.css'
import { useDecisions } from './useDecisions.ts'
import { useMaking } from './useMaking.ts'

interface MoveReportProps {
  readonly application: Application
  readonly from: FormTemplate
  /** Newest first. */
  readonly newer: readonly FormTemplate[]
  readonly newest: FormTemplate
  readonly personId: string
  /** How many texts have been decided of. */
  readonly onDecided: (count: number) => void
  /** The new ansökan has been made, and is shown next. */
  readonly onMade: () => void
}

/** What an ansökan would be on the form it was asked for. */
interface Looked {
  readonly to: FormTemplate
  readonly answer: ReadMove
}

/** What an ansökan becomes on a newer form. */
export function MoveReport(props: MoveReportProps) {
  const { application, newest } = props
  const text = useText()
  const { formImport: words } = text
  const notices = useNotices()
  const { id } = application
  const [looked, setLooked] = useState<Looked | null>(null)
  const [placements, setPlacements] = useState<Placements>({})
  const [fault, setFault] = useState<unknown>(null)
  const [isLooking, setLooking] = useState(true)
  const current = useRef({ looked, placements })
  current.current = { looked, placements }
  const { onDecided } = props
  useEffect(() => onDecided(Object.keys(placements).length), [placements, onDecided])

  /** What has been decided is kept for the texts that are the same. */
  const look = useCallback(
    async (to: FormTemplate) => {
      setFault(null)
      setLooking(true)
      try {
        const answer = await readMove(id, to.id)
        const before = current.current
        if (before.looked)
          setPlacements(carriedOver(before.looked.answer.read, before.placements, answer.read, to))
        setLooked({ to, answer })
        return true
      } catch (refused) {
        setFault(refused)
        return false
      } finally {
        setLooking(false)
      }
    },
    [id],
  )
  useEffect(() => void look(newest), [look, newest])

  if (looked === null) {
    return (
      <div className={styles.top} aria-busy={isLooking}>
        <h1>{words.moveTitle(newest.name)}</h1>
        <p role="status">{isLooking ? words.moveLoading : ''}</p>
        {fault !== null && (
          <div role="alert" className={styles.fault}>
            <p>{problemWords(text, fault)}</p>
            <Button onClick={() => void look(newest)}>{words.tryAgain}</Button>
          </div>
        )}
        <p>
          <Link href={`/ansokningar/${id}`}>{words.back}</Link>
        </p>
      </div>
    )
  }
  return (
    <Shown
      {...props}
      looked={looked}
      placements={placements}
      onPlacements={setPlacements}
      fault={fault === null ? null : problemWords(text, fault)}
      isLooking={isLooking}
      onLook={to =>
        void look(to).then(isThere => isThere && to === looked.to && notices.announce(words.lookedAgain))
      }
    />
  )
}

interface ShownProps extends MoveReportProps {
  readonly looked: Looked
  readonly placements: Placements
  readonly onPlacements: (placements: Placements) => void
  /** Why it could not be looked at anew; null when nothing went wrong. */
  readonly fault: string | null
  readonly isLooking: boolean
  readonly onLook: (to: FormTemplate) => void
}

function Shown(props: ShownProps) {
  const { application, from, newer, looked, placements, personId, fault, isLooking, onMade, onLook } = props
  const { formImport: words, pages } = useText()
  const making = useMaking(onMade)
  const [asked, setAsked] = useState<FormTemplate | null>(null)
  const { to, answer } = looked
  const { id } = application
  const decisions = useDecisions(answer.read, to, placements, props.onPlacements)
  const decided = Object.keys(placements).length
  const imageUrl = useCallback((hash: string) => `/api/applications/${id}/images/${hash}`, [id])

  const choose = (formId: string) => {
    const form = newer.find(known => known.id === formId)
    if (!form || form === to) return
    if (decided > 0) setAsked(form)
    else onLook(form)
  }
  return (
    <>
      <ReadReport
        decisions={decisions}
        isMove={true}
        imageUrl={imageUrl}
        personId={personId}
        title={words.moveTitle(to.name)}
        whyNot={isLooking ? words.moveLoading : null}
        making={making}
        onLookAgain={() => {
          making.forget()
          onLook(to)
        }}
        onMake={() => making.make(() => moveApplication(id, { to: to.id, hash: answer.hash, placements }))}
      >
        <p className={styles.lead}>{words.moveLead(application.name || pages.unnamed, from.name)}</p>
        <p>
          <strong>{words.notYet}</strong>{' '}
          {decisions.left.length > 0 ? words.nextDecide(decisions.left.length) : words.nextCreate}{' '}
          {words.moveWho}
        </p>
        {newer.length > 1 && (
          <FormChoice
            legend={words.moveTo}
            formIds={newer.map(form => form.id)}
            chosen={to.id}
            found={[]}
            onChoose={choose}
          />
        )}
        <p role="status" className={styles.again}>
          {isLooking ? words.moveLoading : ''}
        </p>
        {fault !== null && (
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
        )}
        <p>
          <Link href={`/ansokningar/${id}`}>{words.back}</Link>
        </p>
      </ReadReport>
      {asked && (
        <Dialog
          title={words.changeTargetTitle}
          closeWord={words.keepForm}
          onClose={() => setAsked(null)}
          actions={
            <Button
              look="primary"
              onClick={() => {
                setAsked(null)
                onLook(asked)
              }}
            >
              {words.changeTarget}
            </Button>
          }
        >
          <p>{words.changeHelp(decided)}</p>
        </Dialog>
      )}
    </>
  )
}
