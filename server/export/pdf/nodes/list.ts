import type { NestedList } from '../../nestedLists.ts'
import { Arguments, joined, type Typst, typst } from '../typst.ts'
import type { Writing } from '../Writing.ts'
import { inline } from './inline.ts'

export function list({ kind, depth, extra, entries }: NestedList, writing: Writing): Typst {
  const items = entries.map(({ item, below }) => {
    const words = joined([inline(item.content, writing), ...below.map(one => list(one, writing))])
    return kind === 'number' ? typst`enum.item(${words})` : typst`list.item(${words})`
  })
  const args = new Arguments(items)
  const written =
    kind === 'number'
      ? typst`enum(numbering: number-of(${depth}), ${args})`
      : typst`list(marker: marker-of(${depth}), ${args})`
  return extra > 0 ? typst`indented(${extra}, ${written})` : written
}
