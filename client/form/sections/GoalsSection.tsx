import { rootShape } from '../../../shared/document/roots.ts'
import type { GoalLevel, GoalsSection as Goals } from '../../../shared/form/FormTemplate.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useForm, useSectionOf } from '../FormContext.ts'
import { itemPath } from '../fieldPath.ts'
import { BlankField } from '../fields/FieldShell.tsx'
import { ProseField } from '../fields/ProseField.tsx'
import { ItemRow } from '../items/ItemRow.tsx'
import type { Row } from '../items/ItemRows.ts'
import itemStyles from '../items/items.module.css'
import { standing } from '../items/rowSteps.ts'
import { type ItemList, useItemList } from '../items/useItemList.ts'
import { type GoalMove, levelOf, moveLast, stepGoal } from './goalRows.ts'
import styles from './sections.module.css'

/** The goals, one list a level. */
export function GoalsSection() {
  const { levels } = useSectionOf('goals')
  if (useForm().open !== null) return <OpenGoals />
  return levels.map(({ level, label }) => (
    <div key={level} className={styles.level}>
      <h3 className={styles.levelHeading}>{label}</h3>
      <BlankField label={label} labelPlace="unseen" />
    </div>
  ))
}

function OpenGoals() {
  const { levels } = useSectionOf('goals')
  const items = useItemList()
  return (
    <div ref={items.list}>
      {levels.map(level => (
        <Level key={level.level} level={level} items={items} />
      ))}
    </div>
  )
}

function Level({ level, items }: { readonly level: GoalLevel; readonly items: ItemList }) {
  const section = useSectionOf('goals')
  const text = useText().form
  const word = wordOf(level)
  const rows = items.rows.filter(row => levelOf(row, section.levels) === level)
  const numbered = standing(rows)
  return (
    <div className={styles.level}>
      <h3 className={styles.levelHeading}>{level.label}</h3>
      <div className={itemStyles.list}>
        {rows.map(row => (
          <Goal key={row.key} row={row} items={items} number={numbered.indexOf(row) + 1} level={level} />
        ))}
      </div>
      <div className={itemStyles.under}>
        <Button
          look="quiet"
          icon={<Icon name="add" />}
          onClick={() => items.add(goalShapes(section), { level: level.level })}
        >
          {text.add(word.toLocaleLowerCase('sv'))}
        </Button>
      </div>
    </div>
  )
}

interface GoalProps {
  readonly row: Row
  readonly items: ItemList
  readonly level: GoalLevel
  readonly number: number
}

function Goal({ row, items, level, number }: GoalProps) {
  const { levels, itemHelp } = useSectionOf('goals')
  const text = useText().form
  const name = text.goalNumber(wordOf(level), number)
  const go = (move: GoalMove | null) => {
    if (move === null) return null
    const said =
      move.level === level
        ? text.moved(name, move.place, move.count)
        : text.movedToLevel(name, wordOf(move.level).toLocaleLowerCase('sv'))
    return () => items.move(row, move.before, said, { level: move.level.level })
  }
  const others = levels.filter(other => other !== level)
  return (
    <ItemRow
      row={row}
      items={items}
      name={name}
      number={level.numbered && number > 0 ? number : undefined}
      up={go(stepGoal(items.rows, levels, row, -1))}
      down={go(stepGoal(items.rows, levels, row, 1))}
      tools={others.map(other => {
        const word = wordOf(other).toLocaleLowerCase('sv')
        return (
          <Button
            key={other.level}
            look="quiet"
            aria-label={text.moveToLevel(name, word)}
            onClick={() => go(moveLast(items.rows, levels, other))?.()}
          >
            <Icon name="turn" />
            {wordOf(other)}
          </Button>
        )
      })}
    >
      <ProseField
        path={itemPath(row.key, 'text')}
        label={name}
        labelPlace="unseen"
        lines={1}
        hint={itemHelp}
      />
    </ItemRow>
  )
}

/** The level as a word, from its printed label: `Resultatmål:` is `Resultatmål`. */
function wordOf(level: GoalLevel): string {
  return level.label.replace(/:$/, '')
}

function goalShapes(section: Goals) {
  const root = rootShape(section)
  return root?.type === 'fields' ? (root.items ?? {}) : {}
}
