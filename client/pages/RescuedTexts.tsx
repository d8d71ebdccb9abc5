import { useEffect, useRef, useState } from 'react'
import type { Rescued } from '../../shared/http/rescued.ts'
import type { OpenDocument } from '../sync/OpenDocument.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useNotices } from '../ui/notices.ts'
import { moment } from './moment.ts'
import { canPutBack, putBack } from './putBack.ts'
import styles from './RescuedTexts.module.css'
import type { RescuedList } from './useRescued.ts'

interface RescuedTextsProps {
  readonly live: OpenDocument
  /** What a section is called; null when there is none of that name. */
  readonly nameOf: (section: string) => string | null
  readonly list: RescuedList
  /** Whether I may write in a section, so that a text can be put back there. */
  readonly mayWriteIn: (section: string | null) => boolean
  /** How often something has been refused since the page was opened: each time it is brought into view. */
  readonly refusals: number
}

/** *Räddad text*: what I typed that has no place in the text, to be put back with one click. */
export function RescuedTexts({ live, nameOf, list, mayWriteIn, refusals }: RescuedTextsProps) {
  const { sync } = useText()
  const box = useRef<HTMLElement>(null)
  const seen = useRef(0)
  const { rescued } = list
  const isEmpty = rescued.length === 0
  useEffect(() => {
    if (isEmpty || refusals === seen.current) return
    seen.current = refusals
    // Whoever is writing writes on; what has happened is read aloud all the same.
    if (document.activeElement === document.body) box.current?.focus()
    // High up, so that the notice at the foot of a small window does not lie over its buttons.
    box.current?.scrollIntoView({ block: 'start' })
  }, [isEmpty, refusals])
  if (isEmpty) return null
  return (
    <section ref={box} className={styles.rescued} aria-label={sync.rescuedTitle} tabIndex={-1}>
      <h3>{sync.rescuedTitle}</h3>
      <ul>
        {rescued.map(text => (
          <li key={text.id}>
            <RescuedText
              live={live}
              nameOf={nameOf}
              rescued={text}
              list={list}
              mayPutBack={mayWriteIn(text.section)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface RescuedTextProps extends Pick<RescuedTextsProps, 'live' | 'nameOf'> {
  readonly rescued: Rescued
  readonly list: RescuedList
  /** I may write where it is to be put back. */
  readonly mayPutBack: boolean
}

function RescuedText({ live, nameOf, rescued, list, mayPutBack }: RescuedTextProps) {
  const text = useText()
  const { sync, pages } = text
  const notices = useNotices()
  const [asking, setAsking] = useState(false)
  const [restored, setRestored] = useState(false)
  const { section } = rescued
  const name = section === null ? null : nameOf(section)

  const letGo = async () => {
    setAsking(false)
    try {
      await list.remove(rescued.id)
    } catch (fault) {
      notices.toast(problemWords(text, fault))
    }
  }
  const restore = async () => {
    if (section === null || !putBack(live, section, rescued.text)) return
    list.beginPutBack(rescued.id)
    // The button goes away; whoever uses the keyboard goes on where the text is.
    document.getElementById(`${section}-heading`)?.focus({ preventScroll: true })
    setRestored(true)
    notices.toast(sync.isPutBack)
    // Until the text is on the server's disk in its place, that disk is to have it here.
    await live.allSaved()
    await letGo()
  }
  const words = useRef<HTMLQuoteElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(rescued.text)
      notices.toast(sync.copied)
    } catch {
      // Over plain http from another machine there is no clipboard; elsewhere it may have been forbidden.
      if (words.current) getSelection()?.selectAllChildren(words.current)
      notices.toast(sync.selected)
    }
  }

  return (
    <>
      <p className={styles.why}>
        {name !== null ? sync.rescuedWhere(name) : sync.rescuedNowhere}{' '}
        <time dateTime={rescued.at}>{moment(rescued.at)}</time>
      </p>
      <p className={styles.why}>
        {rescued.why
          ? sync.refused[rescued.why]
          : rescued.reason === 'replaced'
            ? sync.rescuedReplaced
            : sync.rescuedRefused}
      </p>
      <blockquote ref={words} className={styles.text}>
        {rescued.text}
      </blockquote>
      <div className={styles.actions}>
        {section !== null && canPutBack(live, section) && mayPutBack && !restored && (
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
