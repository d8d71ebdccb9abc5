import * as Y from 'yjs'
import { rootsOf } from '../../shared/document/roots.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { ClientIds } from './clientIds.ts'
import { type Author, program } from './documentRecords.ts'

/** A shared type of any kind, of which only the items are looked at. */
type AnyType = Pick<Y.AbstractType<unknown>, '_start' | '_map'>

export interface Authorship {
  readonly author: Author
  /** Characters of text, and one for every value of a field. */
  readonly letters: number
}

/**
 * Who has written what stands in each section now, most first, by section key. The authors are those of the checked
 * client ids. It is exact for a section and an update, not for a character: whoever splits or joins a paragraph, or
 * moves or undoes something, has its words written anew. What the program put there is nobody's.
 */
export function authorsIn(
  doc: Y.Doc,
  form: FormTemplate,
  clientIds: ClientIds,
): Record<string, Authorship[]> {
  const sections: Record<string, Authorship[]> = {}
  for (const [key, { type }] of rootsOf(form)) {
    const root = type === 'blocks' ? doc.getXmlFragment(key) : doc.getMap(key)
    const letters = lettersBy(root, type === 'fields')
    const authors = new Map<Author, number>()
    for (const [clientId, count] of letters) {
      const author = clientIds.ownerOf(clientId)
      if (author !== null && author !== program) authors.set(author, (authors.get(author) ?? 0) + count)
    }
    sections[key] = [...authors]
      .map(([author, letters]) => ({ author, letters }))
      .sort((one, other) => other.letters - one.letters)
  }
  return sections
}

/** Letters and, in fields, values that stand there, by the client id they were written under. */
function lettersBy(root: AnyType, isFields: boolean): Map<number, number> {
  const letters = new Map<number, number>()
  const count = ({ id }: Y.Item, length: number) =>
    letters.set(id.client, (letters.get(id.client) ?? 0) + length)
  const look = (item: Y.Item, isValue: boolean) => {
    if (item.deleted) return
    const { content } = item
    if (content instanceof Y.ContentType) walk(content.type)
    else if (content instanceof Y.ContentString) count(item, content.str.length)
    // An attribute of a block is nothing that anybody would call written; the value of a field is.
    else if (isValue && isFields) count(item, 1)
  }
  const walk = (type: AnyType) => {
    for (let item = type._start; item !== null; item = item.right) look(item, false)
    for (const item of type._map.values()) look(item, true)
  }
  walk(root)
  return letters
}
