import type { GoalLevel, GoalsSection } from '../../form/FormTemplate.ts'

/** The level of another form that goals of a level are; `isGuess`: its name there says something else, or less. */
export interface MovedLevel {
  readonly level: GoalLevel['level']
  readonly isGuess: boolean
}

/**
 * Where the goals of a level stand in a newer form; null where it has none such. *Insatsmål* and *resultatmål* are two
 * names of one level in all forms but that of 2019, which has both.
 */
export function movedLevel(
  level: GoalLevel['level'],
  from: GoalsSection,
  to: GoalsSection,
): MovedLevel | null {
  const has = (form: GoalsSection, level: GoalLevel['level']) => form.levels.some(one => one.level === level)
  if (has(to, level)) {
    const isOneOfTwo = level === 'result' && has(to, 'insats') && !has(from, 'insats')
    return { level, isGuess: isOneOfTwo }
  }
  return level === 'insats' && has(to, 'result') ? { level: 'result', isGuess: true } : null
}

/** The sublabel of a level. */
export function labelOf(section: GoalsSection, level: GoalLevel['level']): string {
  return section.levels.find(one => one.level === level)?.label ?? ''
}
