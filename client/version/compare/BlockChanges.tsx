import type { ReactNode } from 'react'
import type {
  BlockDifference,
  BlockEntry,
  FigureDifference,
  ParagraphDifference,
} from '../../../shared/version/compare/comparison.ts'
import { blockText, segmentsText } from '../../../shared/version/compare/differenceText.ts'
import { useText } from '../../text/useText.ts'
import { lookWords, shortened } from './changeWords.ts'
import styles from './comparison.module.css'
import type { Side } from './Drawing.ts'
import { Edited, isOnSide, Mark, Tag } from './Mark.tsx'
import { MovedTag } from './MovedTag.tsx'
import { movedFrom, movedTogether } from './movedFrom.ts'
import { Segments } from './Runs.tsx'
import { Paragraph, PictureOf, StillBlock } from './StillBlock.tsx'
import { TableChanges } from './TableChanges.tsx'
import { together } from './together.ts'

/** Words of a block that went away, to know it by where one column has no room for it twice. */
const namedLetters = 60

interface BlockChangeProps {
  readonly entries: readonly BlockEntry[]
  readonly at: number
  readonly side: Side
}

/** What has become of one block, as a side shows it. */
export function BlockChange({ entries, at, side }: BlockChangeProps): ReactNode {
  const { versions: words } = useText()
  const entry = entries[at]
  switch (entry?.is) {
    case undefined:
      return null
    case 'unchanged':
      return <StillBlock block={entry.item} is={null} side={side} />
    case 'added':
    case 'removed':
      if (!isOnSide(entry.is, side)) return null
      return (
        <Mark change={entry.change} as="div" look="bar">
          {entry.item.type !== 'paragraph' && (
            <Tag>{(entry.is === 'added' ? words.newBlock : words.goneBlock)[entry.item.type]}</Tag>
          )}
          <StillBlock block={entry.item} is={entry.is} side={entry.is === 'removed' ? 'before' : 'after'} />
        </Mark>
      )
    case 'changed':
      return <Difference difference={entry.difference} side={side} />
    case 'moved': {
      if (side === 'before') return null
      const isFirst = !movedTogether(entries, at)
      return (
        <Mark change={entry.change} isMain={isFirst} as="div" look="bar">
          {isFirst && <MovedTag change={entry.change} />}
          {entry.difference === null ? (
            <StillBlock block={entry.item} is={null} side="after" />
          ) : (
            <Difference difference={entry.difference} side={side} />
          )}
        </Mark>
      )
    }
    case 'movedAway': {
      if (side === 'after') return null
      return <MovedAway entry={entry} difference={movedFrom(entries, entry.from)} side={side} />
    }
    case 'split':
    case 'joined':
      return <SplitOrJoined entry={entry} side={side} />
  }
}

interface MovedAwayProps {
  readonly entry: Extract<BlockEntry, { is: 'movedAway' }>
  /** What has become of it where it is now; null where it was moved and nothing else. */
  readonly difference: BlockDifference | null
  readonly side: Side
}

function MovedAway({ entry: { item, change }, difference, side }: MovedAwayProps) {
  const { versions: words } = useText()
  return (
    <Mark change={change} isMain={false} as="div" look="bar">
      {side === 'both' ? (
        <p>
          <Tag>{words.movedAway(shortened(blockText(item), namedLetters))}</Tag>
        </p>
      ) : (
        <>
          <Tag>{words.movedAway('')}</Tag>
          {difference === null ? (
            <StillBlock block={item} is={null} side="before" />
          ) : (
            <Difference difference={difference} side="before" />
          )}
        </>
      )}
    </Mark>
  )
}

function Difference({ difference, side }: { readonly difference: BlockDifference; readonly side: Side }) {
  switch (difference.type) {
    case 'paragraph':
      return <ParagraphChange difference={difference} side={side} />
    case 'table':
      return <TableChanges difference={difference} side={side} />
    case 'figure':
      return <FigureChange difference={difference} side={side} />
  }
}

interface ParagraphChangeProps {
  readonly difference: ParagraphDifference
  readonly side: Side
  /** Stands last in it. */
  readonly end?: ReactNode
  /** A change that has been told already. */
  readonly told?: number
}

function ParagraphChange({ difference, side, end, told }: ParagraphChangeProps) {
  const { look, segments } = difference
  return (
    <Paragraph look={side === 'before' ? look.before : look.after} of={difference} side={side}>
      <LookTag look={look} side={side} />
      <Segments segments={segments} side={side} {...(told === undefined ? {} : { told })} />
      {segments.length === 0 && <br />}
      {end}
    </Paragraph>
  )
}

function LookTag({ look, side }: { readonly look: ParagraphDifference['look']; readonly side: Side }) {
  const text = useText()
  if (look.change === null || side === 'before') return null
  return (
    <Mark change={look.change}>
      <Tag>{text.versions.lookTag(lookWords(text, look.after), lookWords(text, look.before))}</Tag>
    </Mark>
  )
}

interface SplitOrJoinedProps {
  readonly entry: Extract<BlockEntry, { is: 'split' | 'joined' }>
  readonly side: Side
}

/** One paragraph that became several, or the other way: each side as it was, both with a sign where it was cut. */
function SplitOrJoined({ entry: { is, parts, change }, side }: SplitOrJoinedProps) {
  const { versions: words } = useText()
  const said = is === 'split' ? words.splitInto(parts.length) : words.joinedFrom(parts.length)
  const tag = side !== 'before' && (
    <Mark change={change}>
      <Tag>{said}</Tag>
    </Mark>
  )
  const [first] = parts
  const isOne = side === 'both' ? is === 'joined' : side === (is === 'split' ? 'before' : 'after')
  if (!first) return null
  if (isOne) {
    return (
      <Paragraph look={side === 'before' ? first.look.before : first.look.after} of={first} side={side}>
        {tag}
        {together(parts, (part, at) => (
          <>
            {at > 0 && side === 'both' && <Pilcrow is="removed" />}
            <LookTag look={part.look} side={side} />
            <Segments segments={part.segments} side={side} told={change} />
          </>
        ))}
      </Paragraph>
    )
  }
  return (
    <div>
      {tag}
      {together(parts, (part, at) => (
        <ParagraphChange
          difference={part}
          side={side}
          told={change}
          end={side === 'both' && at < parts.length - 1 ? <Pilcrow is="added" /> : undefined}
        />
      ))}
    </div>
  )
}

/** The end of a paragraph that is new or gone. What it means has been said. */
function Pilcrow({ is }: { readonly is: 'added' | 'removed' }) {
  return (
    <span aria-hidden="true" className={styles[is]}>
      ¶
    </span>
  )
}

function FigureChange({ difference, side }: { readonly difference: FigureDifference; readonly side: Side }) {
  const { versions: words } = useText()
  const { picture, alt, caption } = difference
  const isAltChanged = alt.some(({ is }) => is !== 'kept')
  const altThen = segmentsText(alt, 'before')
  const altNow = segmentsText(alt, 'after')
  return (
    <figure>
      {picture.change !== null && (
        <Mark change={picture.change} isMain={side !== 'before'}>
          <Tag>{words.pictureChanged}</Tag>
        </Mark>
      )}
      {picture.change !== null && side !== 'after' && (
        <Edited is="removed">
          <PictureOf picture={picture.before} alt={altThen} />
        </Edited>
      )}
      {(picture.change === null || side !== 'before') && (
        <PictureOf
          picture={side === 'before' ? picture.before : picture.after}
          alt={side === 'before' ? altThen : altNow}
        />
      )}
      {isAltChanged && (
        <p className={styles.alt}>
          {words.altNow}: <Segments segments={alt} side={side} />
        </p>
      )}
      <figcaption>
        <Segments segments={caption} side={side} />
      </figcaption>
    </figure>
  )
}
