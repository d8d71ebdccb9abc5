import { useState } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Thread } from '../../../shared/http/comments.ts'
import { headingIn } from '../../form/headingIn.ts'
import { personName } from '../../text/personName.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './reply.module.css'

interface GatherDialogProps {
  readonly form: FormTemplate
  /** Those that are not remarks yet. */
  readonly threads: readonly Thread[]
  readonly wordsOf: (thread: Thread) => string
  readonly onTake: (threads: readonly Thread[]) => void
  readonly onClose: () => void
}

/** *Hämta från kommentarer*: which of what my party has said is to be in its answer. */
export function GatherDialog({ form, threads, wordsOf, onTake, onClose }: GatherDialogProps) {
  const text = useText()
  const { reply: words } = text
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(threads.flatMap(({ id, resolved }) => (resolved === null ? [id] : []))),
  )
  const wanted = threads.filter(({ id }) => chosen.has(id))
  const choose = (id: string, isWanted: boolean) => {
    const next = new Set(chosen)
    if (isWanted) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <Dialog
      title={words.gather}
      closeWord={words.cancel}
      place="large"
      onClose={onClose}
      actions={
        threads.length > 0 && (
          <Button
            look="primary"
            aria-disabled={wanted.length === 0}
            onClick={() => wanted.length > 0 && onTake(wanted)}
          >
            {words.gatherNow(wanted.length)}
          </Button>
        )
      }
    >
      {threads.length === 0 ? (
        <p>{words.gatherNone}</p>
      ) : (
        <>
          <p className={styles.advice}>{words.gatherHelp}</p>
          {threads.length > 1 && wanted.length < threads.length && (
            <Button look="quiet" onClick={() => setChosen(new Set(threads.map(({ id }) => id)))}>
              {words.gatherAll}
            </Button>
          )}
          <ul className={styles.threads}>
            {threads.map(thread => {
              const { id, place, posts, resolved } = thread
              const [first] = posts
              const quote = 'quote' in place ? place.quote : ''
              return (
                <li key={id}>
                  <label>
                    <input
                      type="checkbox"
                      checked={chosen.has(id)}
                      onChange={({ target }) => choose(id, target.checked)}
                    />
                    <span>
                      <span className={styles.where}>
                        {headingIn(form, place.section) ?? words.wholeApplication}
                        {resolved !== null && ` (${words.resolved})`}
                      </span>
                      {quote !== '' && <q className={styles.short}>{quote}</q>}
                      <span className={styles.said}>
                        {first && (
                          <span className={styles.soft}>{words.saidBy(personName(text, first.by))} </span>
                        )}
                        {wordsOf(thread)}
                      </span>
                    </span>
                  </label>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </Dialog>
  )
}
