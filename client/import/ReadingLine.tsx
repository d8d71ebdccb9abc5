import type { ReactNode } from 'react'
import type { SectionReading } from '../../shared/import/ReadForm.ts'
import { useSection } from '../form/FormContext.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { beginningOf } from './decisions.ts'
import { NoteList } from './NoteList.tsx'
import { useReport } from './ReportContext.ts'
import styles from './sheet.module.css'

const icons: Readonly<Record<SectionReading['is'], IconName>> = {
  read: 'check',
  guessed: 'warning',
  missing: 'minus',
}

/** So many texts are listed at once. */
const few = 3

/** In the line of a heading of the sheet: what became of the section. */
export function ReadingSign(): ReactNode {
  const { formImport: words } = useText()
  const { isMove } = useReport()
  const reading = useReading()
  if (!reading) return null
  return (
    <p className={styles.sign} data-is={reading.is}>
      <Icon name={icons[reading.is]} />
      {(isMove ? words.stateMoved : words.stateOf)[reading.is]}
    </p>
  )
}

/** Under a heading of the sheet: what is to be known of the section, and what has been placed in it by hand. */
export function ReadingLine(): ReactNode {
  const { formImport: words } = useText()
  const { key, heading: asked } = useSection()
  const { isMove } = useReport()
  const reading = useReading()
  if (!reading) return null
  const { is, heading, notes } = reading
  const isOther = !isMove && heading !== null && plain(heading) !== plain(asked)
  const said = new Set([...(isOther ? [words.headingInFile(heading)] : []), ...notes.map(words.note)])
  return (
    <>
      {said.size > 0 && (
        <div className={styles.notes} data-is={is}>
          <NoteList notes={[...said]} />
        </div>
      )}
      <PlacedHere section={key} />
    </>
  )
}

function useReading(): SectionReading | undefined {
  const { key } = useSection()
  const { decisions } = useReport()
  return decisions.read.sections.find(({ section }) => section === key)
}

function PlacedHere({ section }: { readonly section: string }) {
  const { formImport: words } = useText()
  const { decisions } = useReport()
  const here = decisions.read.leftOvers.filter(leftOver => {
    const placement = decisions.placements[leftOver.id]
    return (
      typeof placement === 'object' && placement.section === section && !decisions.left.includes(leftOver)
    )
  })
  if (here.length === 0) return null
  return (
    <details className={styles.placed} open={here.length <= few}>
      <summary>{words.placedHere(here.length)}</summary>
      <ul>
        {here.map(({ id, blocks }) => {
          const beginning = beginningOf(blocks, 60)
          return (
            <li key={id}>
              <span className={styles.beginning}>{beginning}</span>
              <Button
                look="quiet"
                icon={<Icon name="undo" />}
                aria-label={words.takeBackText(beginning)}
                onClick={() => decisions.takeBack([id])}
              >
                {words.takeBack}
              </Button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** A heading without its star, its colon and what is only a matter of looks. */
function plain(heading: string): string {
  return heading
    .replace(/\(\s*\*\s*\)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/:\s*$/, '')
    .trim()
}
