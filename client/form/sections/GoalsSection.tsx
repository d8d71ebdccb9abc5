import { Fragment } from 'react'
import { rootShape } from '../../../shared/document/roots.ts'
import type { GoalLevel, GoalsSection as Goals } from '../../../shared/form/FormTemplate.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useMayWrite } from '../FieldsContext.ts'
import { useForm, useSectionOf } from '../FormContext.ts'
import { itemPath } from '../fieldPath.ts'
import { BlankField } from '../fields/FieldShell.tsx'
import { ProseField } from '../fields/ProseField.tsx'
import { ItemRow, type Step } from '../items/ItemRow.tsx'
import type { Row } from '../items/ItemRows.ts'
import itemStyles from '../items/items.module.css'
import { numberOf } from '../items/rowSteps.ts'
import { type ItemList, useItemList } from '../items/useItemList.ts'
import { levelOf, stepGoal } from './goalRows.ts'
import styles from './sections.module.css'

/** The goals, one list a level. */
export function GoalsSection() {
  const { levels } = useSectionOf('goals')
  if (useForm().open !== null) return <OpenGoals />
  return levels.map(({ level, label }) => (
    <Fragment key={level}>
      <h3 className={styles.levelHeading}>{label}</h3>
      <BlankField label={label} labelPlace="unseen" />
    </Fragment>
  ))
}

/**
 * All levels are drawn as one list, with the headings in it: a goal that moves to another level while somebody
 * writes in it keeps its field, and with it her caret.
 */
function OpenGoals() {
  const section = useSectionOf('goals')
  const text = useText().form
  const items = useItemList()
  const mayWrite = useMayWrite()
  return (
    <div ref={items.list} className={itemStyles.list}>
      {section.levels.flatMap(level => {
        const rows = items.rows.filter(row => levelOf(row, section.levels) === level)
        return [
          <h3 key={`heading-${level.level}`} className={styles.levelHeading}>
            {level.label}
          </h3>,
          ...rows.map(row => (
            <Goal key={row.key} row={row} items={items} number={numberOf(rows, row)} level={level} />
          )),
          mayWrite && (
            <div key={`add-${level.level}`} className={itemStyles.under}>
              <Button
                look="quiet"
                icon={<Icon name="add" />}
                onClick={() => items.add(goalShapes(section), { level: level.level })}
              >
                {text.add(wordOf(level).toLocaleLowerCase('sv'))}
              </Button>
            </div>
          ),
        ]
      })}
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
  const step = (direction: -1 | 1): Step | null => {
    const move = stepGoal(items.rows, levels, row, direction)
    if (move === null) return null
    const go = (said: string) => items.move(row, move.before, said, { level: move.level.level })
    if (move.level === level) return { go: () => go(text.moved(name, move.place, move.count)) }
    const other = wordOf(move.level).toLocaleLowerCase('sv')
    return { label: text.moveToLevel(name, other), go: () => go(text.movedToLevel(name, other)) }
  }
  return (
    <ItemRow
      row={row}
      items={items}
      name={name}
      number={level.numbered ? number : undefined}
      up={step(-1)}
      down={step(1)}
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

/** The level as a word, from its printed label if that is one: `Resultatmål:` is `Resultatmål`. */
function wordOf({ name, label }: GoalLevel): string {
  return name ?? label.replace(/:$/, '')
}

function goalShapes(section: Goals) {
  const root = rootShape(section)
  return root?.type === 'fields' ? (root.items ?? {}) : {}
}
