import type { LeftOver, Target } from '../../shared/import/ReadForm.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { beginningOf } from './decisions.ts'
import { LeftOverText } from './LeftOverText.tsx'
import styles from './leftOvers.module.css'
import { PlaceField } from './PlaceField.tsx'
import { SectionLink } from './SectionLink.tsx'
import type { Decisions, Marks } from './useDecisions.ts'

interface LeftOverCardProps {
  readonly leftOver: LeftOver
  readonly decisions: Decisions
  /** Null where there is only one text. */
  readonly marks: Marks | null
  /** Its own id and those of the texts under it, where it is a subheading with text under it. */
  readonly under: readonly string[]
  readonly imageUrl: (hash: string) => string
}

/** Id of a card on the page. */
export function cardId({ id }: LeftOver): string {
  return `kvar-${id}`
}

/** A text that has no place by itself, and where it is to go. */
export function LeftOverCard({ leftOver, decisions, marks, under, imageUrl }: LeftOverCardProps) {
  const { formImport: words } = useText()
  const { id, proposed, blocks } = leftOver
  const { read, placements, left, decide, takeBack, nameOf } = decisions
  const decided = left.includes(leftOver) ? null : (placements[id] ?? null)
  const isMarked = marks?.marked.has(id) ?? false
  const isUnderMarked = under.every(one => marks?.marked.has(one))
  const together = marks?.with(id) ?? [id]
  const beginning = beginningOf(blocks)
  const leaveOut = together.length === 1 ? words.leaveOut : words.leaveOutMarked(together.length)
  const place = (where: Target | 'leaveOut') => {
    decide(together, where)
    marks?.clear()
  }
  return (
    <li
      id={cardId(leftOver)}
      className={styles.card}
      data-decided={decided !== null || undefined}
      data-marked={isMarked || undefined}
      tabIndex={-1}
      aria-label={beginning}
    >
      {marks && (decided === null || isMarked) && (
        <div className={styles.marks}>
          <label className={styles.mark}>
            <input
              type="checkbox"
              aria-label={words.markText(beginning)}
              checked={isMarked}
              onChange={() => {}}
              onClick={({ shiftKey }) => marks.toggle(id, shiftKey)}
            />
            {words.mark}
          </label>
          {under.length > 1 && (
            <Button
              look="quiet"
              aria-pressed={isUnderMarked}
              onClick={() => marks.setAll(under, !isUnderMarked)}
            >
              {words.markUnder(under.length)}
            </Button>
          )}
        </div>
      )}
      {decided === null ? (
        <LeftOverText blocks={blocks} imageUrl={imageUrl} />
      ) : (
        <p className={styles.short}>
          <Icon name="check" />
          <span lang="sv">{beginning}</span>
        </p>
      )}
      {decided === null && proposed !== null && together.length === 1 && (
        <div className={styles.proposal}>
          <Button onClick={() => place(proposed)}>
            {words.proposal} {words.putIn(nameOf(proposed))}
          </Button>
        </div>
      )}
      <div className={styles.choices}>
        <PlaceField
          decisions={decisions}
          leftOvers={read.leftOvers.filter(one => together.includes(one.id))}
          decided={together.length === 1 ? decided : null}
          description={beginning}
          onDecide={place}
        />
        {decided === null || together.length > 1 ? (
          <Button aria-label={`${leaveOut}: ${beginning}`} onClick={() => place('leaveOut')}>
            {leaveOut}
          </Button>
        ) : (
          <Button
            look="quiet"
            icon={<Icon name="undo" />}
            aria-label={words.takeBackText(beginning)}
            onClick={() => takeBack([id])}
          >
            {words.takeBack}
          </Button>
        )}
        {typeof decided === 'object' && decided !== null && (
          <SectionLink section={decided.section}>{words.showInForm}</SectionLink>
        )}
      </div>
    </li>
  )
}
