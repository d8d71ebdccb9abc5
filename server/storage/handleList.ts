import { z } from 'zod'
import { type Handling, refuseKey } from './jsonFile.ts'

/** A file that is a long list, and what is still due of it. */
type ListFile<Name extends string, Item, Due> = Record<Name, Item[]> & { due: Due[] }

/**
 * How a file with a list under `name` is handled: of thousands of items a change looks at, and writes anew, the one that it
 * is about; of the others the bytes are kept. So a change must put a copy in the place of what it changes; items that are
 * kept are frozen, and whoever forgets it is told.
 */
export function handleList<Name extends string, Item extends object, Due>(
  name: Name,
  itemSchema: z.ZodType<Item>,
  dueSchema: z.ZodType<Due>,
): Handling<ListFile<Name, Item, Due>> {
  const kept = new WeakSet<Item>()
  const written = new WeakMap<Item, Buffer>()
  const eventsSchema = z.array(dueSchema)
  const opening = Buffer.from(`{"${name}":[`)
  const bytesOf = (item: Item): Buffer => {
    const bytes = written.get(item) ?? Buffer.from(JSON.stringify(item, refuseKey))
    written.set(item, bytes)
    return bytes
  }
  return {
    copy: file => {
      for (const item of file[name]) {
        if (kept.has(item)) continue
        freeze(item)
        kept.add(item)
      }
      return { ...file, [name]: [...file[name]], due: [...file.due] }
    },
    check: file => {
      for (const item of file[name]) {
        if (kept.has(item)) continue
        itemSchema.parse(item)
        JSON.stringify(item, refuseKey)
      }
      eventsSchema.parse(file.due)
    },
    bytes: file => {
      const items = file[name].flatMap((item, place) => [place === 0 ? firstLine : nextLine, bytesOf(item)])
      return Buffer.concat([opening, ...items, Buffer.from(`\n],"due":${JSON.stringify(file.due)}}\n`)])
    },
  }
}

const firstLine = Buffer.from('\n')
const nextLine = Buffer.from(',\n')

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part)
}
