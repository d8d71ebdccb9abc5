import { useState } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { Rescued } from '../../shared/http/rescued.ts'
import { removeRescued } from '../http/applications.ts'
import type { OpenDocument } from '../sync/OpenDocument.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useNotices } from '../ui/notices.ts'
import { moment } from './moment.ts'
import { canPutBack, putBack } from './putBack.ts'
import styles from './RescuedTexts.module.css'

interface RescuedTextsProps {
  readonly live: OpenDocument
  readonly form: FormTemplate
  readonly rescued: readonly Rescued[]
  readonly onChanged: () => void
}

/** *Räddad text*: what I typed that has no place in the text, to be put back with one click. */
export function RescuedTexts({ live, form, rescued, onChanged }: RescuedTextsProps) {
  const { sync } = useText()
  if (rescued.length === 0) return null
  return (
    <section className={styles.rescued} aria-label={sync.rescuedTitle}>
      <h3>{sync.rescuedTitle}</h3>
      <ul>
        {rescued.map(text => (
          <li key={text.id}>
            <RescuedText live={live} form={form} rescued={text} onChanged={onChanged} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface RescuedTextProps extends Omit<RescuedTextsProps, 'rescued'> {
  readonly rescued: Rescued
}

function RescuedText({ live, form, rescued, onChanged }: RescuedTextProps) {
  const text = useText()
  const { sync, pages } = text
  const notices = useNotices()
  const [asking, setAsking] = useState(false)
  const [restored, setRestored] = useState(false)
  const section = form.sections.find(known => known.key === rescued.section) ?? null

  const letGo = async () => {
    setAsking(false)
    try {
      await removeRescued(live.applicationId, rescued.id)
    } catch (fault) {
      notices.toast(problemWords(text, fault))
    }
    onChanged()
  }
  const restore = async () => {
    if (!section || !putBack(live, section, rescued.text)) return
    setRestored(true)
    notices.toast(sync.isPutBack)
    // Until the text is on the server's disk in its place, that disk is to have it here.
    await live.allSaved()
    await letGo()
  }
  const copy = async () => {
    await navigator.clipboard.writeText(rescued.text)
    notices.toast(sync.copied)
  }

  return (
    <>
      <p className={styles.why}>
        {rescued.reason === 'replaced' ? sync.rescuedReplaced : sync.rescuedRefused}{' '}
        {section ? sync.rescuedWhere(section.heading) : sync.rescuedNowhere} {moment(rescued.at)}
      </p>
      <blockquote className={styles.text}>{rescued.text}</blockquote>
      <div className={styles.actions}>
        {section && canPutBack(section) && !restored && (
          <Button onClick={() => void restore()}>{sync.putBack}</Button>
        )}
        <Button onClick={() => void copy()}>{sync.copy}</Button>
        <Button look="danger" onClick={() => setAsking(true)}>
          {sync.throwAway}
        </Button>
      </div>
      {asking && (
        <Dialog
          title={sync.rescuedTitle}
          closeWord={pages.cancel}
          onClose={() => setAsking(false)}
          actions={
            <Button look="danger" onClick={() => void letGo()}>
              {sync.throwAway}
            </Button>
          }
        >
          <p>{sync.throwAwayQuestion}</p>
        </Dialog>
      )}
    </>
  )
}
