import type { FormTemplate } from '../../../../shared/form/FormTemplate.ts'
import type { Stretch } from './cutIntoStretches.ts'

/**
 * Keys of the sections that stand in the order of the form. Of two that have changed places, the one that makes the
 * longer row with the others is in its place.
 */
export function inOrder(template: FormTemplate, stretches: readonly Stretch[]): ReadonlySet<string> {
  const keys = [
    ...new Set(stretches.flatMap(({ heading }) => (heading.name.section ? [heading.name.key] : []))),
  ]
  const place = (key: string) => template.sections.findIndex(section => section.key === key)
  let longest: readonly string[] = []
  const rows: (readonly string[])[] = []
  for (const key of keys) {
    let row: readonly string[] = []
    for (const before of rows) {
      const last = before.at(-1)
      if (last !== undefined && place(last) < place(key) && before.length > row.length) row = before
    }
    const own = [...row, key]
    rows.push(own)
    if (own.length > longest.length) longest = own
  }
  return new Set(longest)
}
