import { useId } from 'react'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { groupsOf, type LeftOverGroup, withTextUnder } from './decisions.ts'
import { LeftOverCard } from './LeftOverCard.tsx'
import styles from './leftOvers.module.css'
import { type Decisions, type Marks, useMarks } from './useDecisions.ts'

interface LeftOverListProps {
  readonly decisions: Decisions
  readonly isMove: boolean
  readonly imageUrl: (hash: string) => string
}

/** *Text att placera*: what has no place by itself, to be decided of one by one or several together. */
export function LeftOverList({ decisions, isMove, imageUrl }: LeftOverListProps) {
  const { formImport: words } = useText()
  const { read, left, followProposals } = decisions
  const marks = useMarks(read.leftOvers)
  const id = useId()
  const proposals = left.filter(({ proposed }) => proposed !== null).length
  return (
    <section className={styles.list} aria-labelledby={id}>
      <header className={styles.head}>
        <div className={styles.title}>
          <h2 id={id}>{words.leftOvers}</h2>
          <p className={styles.count} data-done={left.length === 0 || undefined}>
            {words.left(left.length, read.leftOvers.length)}
          </p>
        </div>
        <p>{isMove ? words.leftOversMoved : words.leftOversHelp}</p>
        {read.leftOvers.length > 1 && <p className={styles.help}>{words.markHelp}</p>}
        {proposals > 1 && (
          <div>
            <Button onClick={followProposals}>{words.followAll(proposals)}</Button>
          </div>
        )}
      </header>
      {groupsOf(read.leftOvers).map(group => (
        <Group
          key={group.leftOvers[0]?.id}
          group={group}
          decisions={decisions}
          marks={read.leftOvers.length > 1 ? marks : null}
          imageUrl={imageUrl}
        />
      ))}
    </section>
  )
}

interface GroupProps {
  readonly group: LeftOverGroup
  readonly decisions: Decisions
  readonly marks: Marks | null
  readonly imageUrl: (hash: string) => string
}

/** What stood under one heading of the source. */
function Group({ group, decisions, marks, imageUrl }: GroupProps) {
  const { formImport: words } = useText()
  const ids = group.leftOvers.map(({ id }) => id)
  const isAllMarked = ids.every(id => marks?.marked.has(id))
  return (
    <div className={styles.group}>
      <div className={styles.groupHead}>
        <h3>{group.under === null ? words.underNothing : words.under(group.under)}</h3>
        <p className={styles.help}>{words.whyLeft[group.why]}</p>
        {marks && ids.length > 1 && (
          <div>
            <Button look="quiet" onClick={() => marks.setAll(ids, !isAllMarked)}>
              {isAllMarked ? words.unmarkAll : words.markAll(ids.length)}
            </Button>
          </div>
        )}
      </div>
      <ul className={styles.cards}>
        {group.leftOvers.map(leftOver => (
          <LeftOverCard
            key={leftOver.id}
            leftOver={leftOver}
            decisions={decisions}
            marks={marks}
            under={withTextUnder(group.leftOvers, leftOver)}
            imageUrl={imageUrl}
          />
        ))}
      </ul>
    </div>
  )
}
