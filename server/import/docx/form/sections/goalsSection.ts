import type { GoalContent } from '../../../../../shared/document/filledForm.ts'
import type { GoalLevel, GoalsSection } from '../../../../../shared/form/FormTemplate.ts'
import { forms } from '../../../../../shared/form/forms.ts'
import type { ReadNote } from '../../../../../shared/import/ReadForm.ts'
import type { WordPart } from '../../word/WordContent.ts'
import { note } from '../note.ts'
import { type Label, labelOf } from '../text/labels.ts'
import { blockOf, type Line, linesOf } from '../text/linesOf.ts'
import { type ContentOf, type Loose, loose, type SectionRead } from './SectionRead.ts'

type Level = GoalLevel['level']

/** A sign of a list that somebody has typed. */
const typedSign = /^(?:\d{1,2}[.)]|[-–•·*▪])\s+/

/** A goal a paragraph, under the label of its level. */
export function goalsSection(
  section: GoalsSection,
  parts: readonly WordPart[],
): SectionRead<ContentOf<'goals'>> {
  const { lines, figures } = linesOf(parts)
  const labels = labelsOf(section)
  const items: GoalContent[] = []
  const notes: ReadNote[] = []
  const left: Loose[] = []
  let under: Level | 'unknown' | null = null
  let unknown: Line[] = []
  const flush = () => {
    const isAsked = under !== 'unknown'
    left.push(...loose(isAsked ? 'unknownLabel' : 'notAsked', unknown.map(blockOf)))
    unknown = []
  }
  for (const line of lines.filter(({ text, goesOn }) => text !== '' || goesOn)) {
    const found = line.list === null && !line.goesOn ? labelOf(line, labels, { takesNumber: true }) : null
    if (found) {
      flush()
      const { level, isOwn } = found.name
      under = level ?? 'unknown'
      if (level === null) unknown.push(line)
      else if (found.isGuessed || !isOwn) notes.push(note('goalLevelGuessed', found.label))
      if (level !== null && found.rest !== '') items.push({ level, text: found.rest })
      continue
    }
    const last = items.at(-1)
    if (under === null || under === 'unknown') unknown.push(line)
    else if (last && last.level === under && (line.goesOn || line.indent > (line.list ? 0 : 1))) {
      items[items.length - 1] = { ...last, text: `${last.text}\n${line.text}` }
    } else
      items.push({ level: under, text: line.list === null ? line.text.replace(typedSign, '') : line.text })
  }
  flush()
  return { content: { kind: 'goals', items }, notes, loose: [...left, ...loose('doesNotFit', figures)] }
}

/** A level as some version of the form calls it; null when this one does not have it. */
interface NamedLevel {
  readonly level: Level | null
  readonly isOwn: boolean
}

/** The form's own labels first, then what other versions call the same. */
function labelsOf({ levels }: GoalsSection): readonly Label<NamedLevel>[] {
  const own = levels.map(({ level, label, name }) => ({
    name: { level, isOwn: true },
    texts: name === undefined ? [label] : [label, name],
  }))
  const others = [
    ...forms.flatMap(form => form.sections),
    { kind: 'goals', levels: spellings } as const,
  ].flatMap(other =>
    other.kind !== 'goals'
      ? []
      : other.levels.map(({ level, label }) => ({
          name: {
            level: levels.find(one => one.level === nearest(level, levels))?.level ?? null,
            isOwn: false,
          },
          texts: [label],
        })),
  )
  return [...own, ...others]
}

const spellings = [
  { level: 'overall', label: 'Övergripande mål' },
  { level: 'overall', label: 'Övergripande målsättning' },
  { level: 'effect', label: 'Effektmål' },
  { level: 'result', label: 'Resultatmål' },
  { level: 'insats', label: 'Insatsmål' },
] as const satisfies readonly { readonly level: Level; readonly label: string }[]

/** *Insatsmål* and *resultatmål* are one level where a form does not have both. */
function nearest(level: Level, levels: readonly GoalLevel[]): Level {
  const has = (one: Level) => levels.some(other => other.level === one)
  if (level === 'insats' && !has('insats')) return 'result'
  return level
}
