import type { Presence, PresentPerson } from '../../shared/sync/presence.ts'
import type { FieldPath } from './fieldPath.ts'

/** The others who are in a section, or in one field of it; each once, by name. */
export function peopleAt(
  others: ReadonlyMap<number, Presence>,
  section: string,
  field: FieldPath | null,
): readonly PresentPerson[] {
  const people = new Map<string, PresentPerson>()
  for (const { person, place } of others.values()) {
    if (place?.section === section && (field === null || place.field === field)) people.set(person.id, person)
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name, 'sv'))
}

/** True if both lists would be drawn alike. */
export function samePeople(before: readonly PresentPerson[], after: readonly PresentPerson[]): boolean {
  return (
    before.length === after.length &&
    before.every((person, index) => person.id === after[index]?.id && person.name === after[index].name)
  )
}
