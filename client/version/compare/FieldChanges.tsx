import type { ReactNode } from 'react'
import type { Section } from '../../../shared/form/FormTemplate.ts'
import type {
  FieldDifference,
  FieldValue,
  ItemContent,
  ItemEntry,
} from '../../../shared/version/compare/comparison.ts'
import { itemText } from '../../../shared/version/compare/differenceText.ts'
import { useText } from '../../text/useText.ts'
import { shortened } from './changeWords.ts'
import styles from './comparison.module.css'
import { type Side, useDrawing, type Whole } from './Drawing.ts'
import { fieldLabel, isInName, itemName, valueWords } from './fieldWords.ts'
import { Edited, isOnSide, Mark, Tag } from './Mark.tsx'
import { MovedTag } from './MovedTag.tsx'
import { movedFrom, movedTogether } from './movedFrom.ts'
import { Segments } from './Runs.tsx'
import { together } from './together.ts'

/** Words of an item that went away, to know it by where one column has no room for it twice. */
const namedLetters = 60

interface FieldChangeProps {
  readonly section: Section
  readonly field: FieldDifference
  readonly side: Side
}

/** A field by its label, then and now. Null where it says nothing in either. */
export function FieldChange({ section, field, side }: FieldChangeProps): ReactNode {
  const text = useText()
  const { parties } = useDrawing()
  if (isEmpty(field)) return null
  const label = fieldLabel(text, section, field.name, parties)
  if (field.is === 'prose') {
    return (
      <Labelled label={label}>
        <Segments segments={field.segments} side={side} />
      </Labelled>
    )
  }
  const [was, now] = [field.before, field.after].map(value => valueWords(text, section, field.name, value))
  if (field.change === null) {
    const value = side === 'before' ? was : now
    return value === '' || isInName(section, field.name) ? null : <Labelled label={label}>{value}</Labelled>
  }
  return (
    <Labelled label={label}>
      <ValueChange change={field.change} was={was ?? ''} now={now ?? ''} side={side} />
    </Labelled>
  )
}

interface ValueChangeProps {
  readonly change: number
  readonly was: string
  readonly now: string
  readonly side: Side
}

function ValueChange({ change, was, now, side }: ValueChangeProps) {
  const { form } = useText()
  // That nothing stands there is no word that has come or gone.
  const value = (words: string, is: 'added' | 'removed') =>
    words === '' ? <span className={styles.alt}>{form.emptyValue}</span> : <Edited is={is}>{words}</Edited>
  if (side !== 'both') {
    return (
      <Mark change={change} isMain={side === 'after'}>
        {side === 'before' ? value(was, 'removed') : value(now, 'added')}
      </Mark>
    )
  }
  return (
    <Mark change={change}>
      {was !== '' && value(was, 'removed')}
      {was !== '' && <span aria-hidden="true"> → </span>}
      {value(now, 'added')}
    </Mark>
  )
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <p className={styles.field}>
      {label !== '' && <span className={styles.label}>{label}: </span>}
      <span className={styles.value}>{children}</span>
    </p>
  )
}

interface ItemChangeProps {
  readonly section: Section
  readonly entries: readonly ItemEntry[]
  readonly at: number
  readonly side: Side
}

/** What has become of a party, a goal, a line of the log or a signature. */
export function ItemChange({ section, entries, at, side }: ItemChangeProps): ReactNode {
  const { versions: words } = useText()
  const entry = entries[at]
  switch (entry?.is) {
    case undefined:
      return null
    case 'unchanged':
      return <StillItem section={section} item={entry.item} is={null} />
    case 'added':
    case 'removed':
      if (!isOnSide(entry.is, side)) return null
      return (
        <Mark change={entry.change} as="div" look="bar">
          <Tag>{entry.is === 'added' ? words.newBlock.item : words.goneBlock.item}</Tag>
          <StillItem section={section} item={entry.item} is={entry.is} />
        </Mark>
      )
    case 'changed':
      return <ItemFields section={section} fields={entry.difference} side={side} />
    case 'moved': {
      if (side === 'before') return null
      const isFirst = !movedTogether(entries, at)
      return (
        <Mark change={entry.change} isMain={isFirst} as="div" look="bar">
          {isFirst && <MovedTag change={entry.change} />}
          {entry.difference === null ? (
            <StillItem section={section} item={entry.item} is={null} />
          ) : (
            <ItemFields section={section} fields={entry.difference} side={side} />
          )}
        </Mark>
      )
    }
    case 'movedAway': {
      if (side === 'after') return null
      const difference = movedFrom(entries, entry.from)
      return (
        <Mark change={entry.change} isMain={false} as="div" look="bar">
          <Tag>{words.movedAway(side === 'both' ? shortened(itemText(entry.item), namedLetters) : '')}</Tag>
          {side !== 'both' && difference === null && (
            <StillItem section={section} item={entry.item} is={null} />
          )}
          {side !== 'both' && difference !== null && (
            <ItemFields section={section} fields={difference} side={side} />
          )}
        </Mark>
      )
    }
  }
}

function ItemFields({
  section,
  fields,
  side,
}: {
  readonly section: Section
  readonly fields: readonly FieldDifference[]
  readonly side: Side
}) {
  const text = useText()
  const now = Object.fromEntries(fields.map(field => [field.name, valueThen(field, side)]))
  return (
    <div className={styles.item}>
      <ItemName name={itemName(text, section, now)} section={section} />
      {together(fields, field => (
        <FieldChange section={section} field={field} side={side} />
      ))}
    </div>
  )
}

function StillItem({
  section,
  item,
  is,
}: {
  readonly section: Section
  readonly item: ItemContent
  readonly is: Whole
}) {
  const text = useText()
  const { parties } = useDrawing()
  return (
    <div className={styles.item}>
      <ItemName name={itemName(text, section, item)} section={section} />
      {together(Object.entries(item), ([name, value]) => {
        const said = valueWords(text, section, name, value)
        if (said === '' || isInName(section, name)) return null
        return (
          <Labelled label={fieldLabel(text, section, name, parties)}>
            <Edited is={is}>{said}</Edited>
          </Labelled>
        )
      })}
    </div>
  )
}

/** The name, where no field below says it. */
function ItemName({ name, section }: { readonly name: string; readonly section: Section }) {
  if (section.kind !== 'goals' && section.kind !== 'signatures' && section.kind !== 'budget') return null
  return <p className={styles.itemName}>{name}</p>
}

function isEmpty(field: FieldDifference): boolean {
  if (field.is === 'prose') return field.segments.length === 0
  return field.before === null && field.after === null
}

function valueThen(field: FieldDifference, side: Side): FieldValue {
  if (field.is === 'prose') return ''
  return side === 'before' ? field.before : field.after
}
