import { useContext, useMemo } from 'react'
import type { Compilation } from '../../../shared/consultation/compilation.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import { changeRound } from '../../http/consultation.ts'
import { useSending } from '../../people/useSending.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { CompilationContext } from './CompilationContext.ts'
import formStyles from './form.module.css'
import { Rows } from './Rows.tsx'
import { Stances } from './Stances.tsx'
import styles from './view.module.css'

interface PublishDialogProps {
  readonly applicationId: string
  readonly compilation: Compilation
  readonly onPublished: (round: Round) => void
  readonly onClose: () => void
}

/** Shows the sammanställning to the parties, after a look at what they will see. */
export function PublishDialog({ applicationId, compilation, onPublished, onClose }: PublishDialogProps) {
  const { compilation: words, versions } = useText()
  const { isSending, fault, send } = useSending()
  const known = useContext(CompilationContext)
  const asRead = useMemo(() => known && { ...known, answering: null }, [known])
  if (known === null) throw new Error('Drawn outside a sammanställning')
  const { round } = known
  const { parties, counts } = compilation
  const opposing = parties.filter(({ opposesStill }) => opposesStill).map(({ name }) => name)
  const publish = () =>
    send(async () => onPublished(await changeRound(applicationId, round.number, { is: 'publish' })))
  return (
    <Dialog
      title={words.publishTitle}
      closeWord={words.cancel}
      place="large"
      onClose={onClose}
      actions={
        <Button look="primary" aria-disabled={isSending} onClick={() => void publish()}>
          {words.publishNow}
        </Button>
      }
    >
      <div className={formStyles.question}>
        <p>{words.publishHelp}</p>
        <p>
          <strong>
            {words.publishCounts(
              counts.remarks,
              parties.filter(({ reply }) => reply !== null).length,
              counts.answered,
            )}
          </strong>
        </p>
        {opposing.length > 0 && (
          <p className={formStyles.warning}>{words.publishOpposing(versions.list(opposing))}</p>
        )}
        {round.over === null && <p>{words.publishGoesOn}</p>}
        {fault !== null && (
          <p role="alert" className={formStyles.fault}>
            {fault}
          </p>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keys too */}
        <section className={styles.look} aria-label={words.publishLook} tabIndex={0}>
          <h3 className={styles.lookTitle}>{words.publishLook}</h3>
          <CompilationContext value={asRead}>
            <Stances parties={parties} onRecord={null} />
            <Rows compilation={compilation} asList />
          </CompilationContext>
        </section>
      </div>
    </Dialog>
  )
}
