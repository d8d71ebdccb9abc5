import type { OfficeLimits } from './OfficeLimits.ts'
import { readXml } from './readXml.ts'
import type { Zip } from './Zip.ts'

export interface Relation {
  /** Last word of its type, `worksheet` say. */
  readonly type: string
  /** Path of the part within the file; the address itself of what lies outside it. */
  readonly target: string
  /** It lies outside the file, as the target of a link does. It is never asked for. */
  readonly isExternal: boolean
}

/** What a part refers to, by id; `''` is the file itself. */
export function relations(zip: Zip, part: string, limits: OfficeLimits): ReadonlyMap<string, Relation> {
  const stroke = part.lastIndexOf('/') + 1
  const folder = part.slice(0, stroke)
  const list = zip.read(`${folder}_rels/${part.slice(stroke)}.rels`)
  const found = new Map<string, Relation>()
  if (list === null) return found
  readXml(list, limits, {
    begin(name, attribute) {
      if (name !== 'Relationship') return
      const isExternal = attribute('TargetMode') === 'External'
      const target = attribute('Target') ?? ''
      const type = (attribute('Type') ?? '').split('/').at(-1) ?? ''
      found.set(attribute('Id') ?? '', {
        type,
        isExternal,
        target: isExternal ? target : within(folder, target),
      })
    },
  })
  return found
}

/** A path as it is said from a folder, without steps up. One that leads out of the file leads nowhere. */
function within(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
