import { formatKronor } from '../../form/amount.ts'
import type { Text } from '../../text/text.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './paste.module.css'
import type { PastedReport } from './pastedReport.ts'
import type { LeftCell } from './planPaste.ts'

/** More than these nobody reads; the rest is counted. */
const mostListed = 50

interface PasteReportProps {
  readonly report: PastedReport
  readonly onUndo: () => void
  readonly onClose: () => void
}

/** What became of a pasted block, where not all of it was taken as it stood. */
export function PasteReport({ report, onUndo, onClose }: PasteReportProps) {
  const text = useText()
  const words = text.budget.paste
  const { written, emptied, converted, unit, left, sums, outside } = report
  const lines = [
    ...left.map(cell => ({ cell, why: whyWords(text, cell) })),
    ...sums.map(cell => ({ cell, why: words.computed(formatKronor(cell.now)) })),
  ]
  const undo = (
    <Button
      icon={<Icon name="undo" />}
      onClick={() => {
        onUndo()
        onClose()
      }}
    >
      {words.undo}
    </Button>
  )
  return (
    <Dialog
      title={words.title}
      closeWord={words.close}
      onClose={onClose}
      {...(written > 0 ? { actions: undo } : {})}
    >
      <p>{written > 0 ? words.done(written) : words.nothing}</p>
      {emptied > 0 && <p>{words.emptied(emptied)}</p>}
      {unit && <p>{unit.taken === 'asSaid' ? words.asSaid(unit.said) : words.asKronor(unit.said)}</p>}
      {converted > 0 && <p>{words.converted(converted)}</p>}
      {lines.length > 0 && (
        <>
          <p>{words.notTaken}</p>
          <ul className={styles.list}>
            {lines.slice(0, mostListed).map(({ cell, why }) => (
              <li key={`${cell.row.key} ${cell.column.key}`}>
                {words.left(cell.rowName, cell.columnName, cell.text, why)}
              </li>
            ))}
          </ul>
          {lines.length > mostListed && <p>{words.more(lines.length - mostListed)}</p>}
        </>
      )}
      {outside > 0 && <p>{words.outside(outside)}</p>}
    </Dialog>
  )
}

function whyWords({ form, budget }: Text, { why }: LeftCell): string {
  switch (why.is) {
    case 'refused':
      return form.refusal(why.refusal)
    case 'closed':
      return why.words
    case 'noCell':
      return budget.paste.noCell
  }
}
