import type { GoalLevel } from '../../../shared/form/FormTemplate.ts'
import type { Row } from '../items/ItemRows.ts'
import { standing } from '../items/rowSteps.ts'

/** The level a goal stands under; the form's first when its own is not one of the form's. */
export function levelOf(row: Row, levels: readonly GoalLevel[]): GoalLevel | undefined {
  const level = row.map.get('level')
  return levels.find(candidate => candidate.level === level) ?? levels[0]
}

/** Where a goal goes when it moves: the level it then stands under, and the goal it stands before there. */
export interface GoalMove {
  readonly level: GoalLevel
  /** Null for last of all goals. */
  readonly before: Row | null
  /** Its number within the level, from 1, and how many there are then. */
  readonly place: number
  readonly count: number
}

/**
 * One step up or down. Past the first of a level it becomes the last of the level above, past the last it becomes
 * the first of the level below; null where there is no level more.
 */
export function stepGoal(
  rows: readonly Row[],
  levels: readonly GoalLevel[],
  row: Row,
  direction: -1 | 1,
): GoalMove | null {
  const level = levelOf(row, levels)
  if (level === undefined) return null
  const siblings = goalsOf(rows, levels, level)
  const index = siblings.indexOf(row)
  const place = index + direction
  if (place >= 0 && place < siblings.length) {
    const before = siblings[direction === 1 ? place + 1 : place] ?? null
    return { level, before, place: place + 1, count: siblings.length }
  }
  const next = levels[levels.indexOf(level) + direction]
  if (next === undefined) return null
  const goals = goalsOf(rows, levels, next)
  const count = goals.length + 1
  return direction === 1
    ? { level: next, before: goals[0] ?? null, place: 1, count }
    : { level: next, before: null, place: count, count }
}

function goalsOf(rows: readonly Row[], levels: readonly GoalLevel[], level: GoalLevel): readonly Row[] {
  return standing(rows).filter(row => levelOf(row, levels) === level)
}
