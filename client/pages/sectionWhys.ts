import { rootShape } from '../../shared/document/roots.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { Application } from '../../shared/http/application.ts'
import type { Me } from '../../shared/http/session.ts'
import { type WhyNotWrite, whyNotWrite } from '../../shared/people/closedSection.ts'
import type { Standing } from '../../shared/people/may.ts'

/** Why I may not write in a section, by its key: null where I may. Sections that nobody ever writes in are left out. */
export type SectionWhys = ReadonlyMap<string, WhyNotWrite | null>

export function sectionWhys(
  standing: Standing,
  closings: Application['closings'],
  form: FormTemplate,
  me: Me,
): SectionWhys {
  const written = form.sections.filter(section => rootShape(section) !== null)
  return new Map(
    written.map(({ key, kind }) => [key, whyNotWrite(standing, me.party.id, kind, closings[key]?.closing)]),
  )
}

/** When I may write nowhere, and not because of single sections: the page says so once. */
export function whyRead(whys: SectionWhys): 'role' | 'state' | null {
  const all = [...whys.values()]
  if (all.some(why => why !== 'role' && why !== 'state')) return null
  return all.includes('state') ? 'state' : 'role'
}
