import { placeFinder } from '../../../shared/comment/findPlace.ts'
import { sectionText } from '../../../shared/comment/sectionText.ts'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Thread } from '../../../shared/http/comments.ts'

/** Threads in the order of the text that they are about: what is about a section as a whole comes before its words. */
export function inTextOrder(
  threads: readonly Thread[],
  form: FormTemplate,
  filled: FilledForm,
): readonly Thread[] {
  const order = new Map(form.sections.map(({ key }, at) => [key, at]))
  const finders = new Map<string, ReturnType<typeof placeFinder>>()
  const within = ({ place }: Thread): number => {
    if (place.is === 'lockedText') return place.from
    const content = place.is === 'text' ? filled.sections[place.section] : undefined
    if (place.is !== 'text' || content?.kind !== 'rich') return -1
    const find = finders.get(place.section) ?? placeFinder(sectionText(content.blocks))
    finders.set(place.section, find)
    return find(place)?.from ?? Number.POSITIVE_INFINITY
  }
  return threads
    .map(thread => ({ thread, section: order.get(thread.place.section) ?? order.size, at: within(thread) }))
    .sort((one, other) => one.section - other.section || byNumber(one.at, other.at))
    .map(({ thread }) => thread)
}

/** Two without an end are as far away: their difference would be no number. */
function byNumber(one: number, other: number): number {
  return one === other ? 0 : one - other
}
