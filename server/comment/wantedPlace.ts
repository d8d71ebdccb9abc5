import * as Y from 'yjs'
import { readAmountKey, readShareKey } from '../../shared/budget/budgetKeys.ts'
import { type KeptPlace, keepPlace, placeFinder } from '../../shared/comment/findPlace.ts'
import { keyShape, rootShape } from '../../shared/document/roots.ts'
import { agreementText } from '../../shared/form/agreementText.ts'
import type { FormTemplate, Section } from '../../shared/form/FormTemplate.ts'
import { type CommentPlace, quoteMaxLength, type WantedPlace } from '../../shared/http/comments.ts'
import { Refused } from '../http/refuse.ts'
import { budgetQuote } from './budgetQuote.ts'
import type { Unmarked } from './commentsFile.ts'

/** Looks at the document when all that has come before is applied. */
export type Look = <T>(at: (doc: Y.Doc) => T) => Promise<T>

export interface Placed {
  readonly place: CommentPlace
  /** The words of a version that was sent, when it is about these. */
  readonly sent?: KeptPlace
  /** What is to be marked in the text. */
  readonly unmarked: Unmarked | null
}

/**
 * What a comment is to be about. Refuses a place that the form does not have, and a row that the document does not
 * have (`placeGone`). Words of rich text are not looked for here: those that are gone leave the thread without a place.
 */
export async function placeOf(
  form: FormTemplate,
  wanted: WantedPlace,
  isInternal: boolean,
  look: Look,
): Promise<Placed> {
  const section = form.sections.find(({ key }) => key === wanted.section)
  if (!section) throw new Refused('unknownSection', ['place.section'])
  switch (wanted.is) {
    case 'section':
      return { place: wanted, unmarked: null }
    case 'field': {
      const value = await look(doc => valueAt(doc, form, section, wanted.field))
      return { place: { ...wanted, quote: value.slice(0, quoteMaxLength) }, unmarked: null }
    }
    case 'sentText':
      // Beside today's text nothing has been sent.
      throw new Refused('malformedRequest', ['place'])
    case 'lockedText': {
      if (section.kind !== 'lockedText') throw new Refused('malformedRequest', ['place.section'])
      const { from, to } = wanted
      const text = agreementText(section)
      if (from >= to || to > text.length) throw new Refused('malformedRequest', ['place.from', 'place.to'])
      return {
        place: { ...wanted, quote: text.slice(from, Math.min(to, from + quoteMaxLength)) },
        unmarked: null,
      }
    }
    case 'text': {
      if (section.kind !== 'rich') throw new Refused('malformedRequest', ['place.section'])
      const { is, anchor, head, quote, before, after } = wanted
      const unsound = Object.entries({ anchor, head }).filter(([, position]) => !isPosition(position))
      if (unsound.length > 0) {
        throw new Refused(
          'malformedRequest',
          unsound.map(([name]) => `place.${name}`),
        )
      }
      const place = { is, section: section.key, quote, before, after }
      return isInternal ? { place, unmarked: null } : { place, unmarked: { is: 'selection', anchor, head } }
    }
  }
}

/**
 * The same on a version that was sent, of which `words` gives those of a section, null when there are none to be had.
 * What is said of words that do not stand there is kept all the same.
 */
export async function placeOnSent(
  form: FormTemplate,
  wanted: WantedPlace,
  look: Look,
  words: (section: string) => Promise<string | null>,
): Promise<Placed> {
  if (wanted.is === 'text') throw new Refused('malformedRequest', ['place'])
  if (wanted.is !== 'sentText') return await placeOf(form, wanted, true, look)
  const { section, quote, before, after } = wanted
  const known = form.sections.find(({ key }) => key === section)
  if (!known) throw new Refused('unknownSection', ['place.section'])
  if (known.kind !== 'rich') throw new Refused('malformedRequest', ['place.section'])
  const text = (await words(section)) ?? ''
  const found = placeFinder(text)({ quote, before, after })
  const sent = found ? keepPlace(text, found) : { quote, before, after }
  return { place: { is: 'text', section, ...sent }, sent, unmarked: null }
}

/** What a field says now, as a word. A figure of the budget says nothing without its row. */
function valueAt(doc: Y.Doc, form: FormTemplate, section: Section, field: string): string {
  if (section.kind === 'budget') {
    const said = budgetQuote(doc, form, section, field)
    if (said !== null) return said
    const isCell = readAmountKey(field) !== null || readShareKey(field) !== null
    throw new Refused(isCell ? 'placeGone' : 'malformedRequest', ['place.field'])
  }
  const shape = rootShape(section)
  if (shape?.type !== 'fields') throw new Refused('malformedRequest', ['place.section'])
  const root = doc.getMap(section.key)
  const known = keyShape(shape, field)
  if (known && 'field' in known) return words(root.get(field))
  const [key = '', name = '', ...more] = field.split('.')
  const row = keyShape(shape, key)
  if (!row || !('item' in row) || !Object.hasOwn(row.item, name) || more.length > 0) {
    throw new Refused('malformedRequest', ['place.field'])
  }
  const item = root.get(key)
  if (!(item instanceof Y.Map)) throw new Refused('placeGone', ['place.field'])
  return words(item.get(name))
}

function words(value: unknown): string {
  if (value instanceof Y.Text) return value.toString()
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Whether this is an encoded `Y.RelativePosition`, in base64. Where it leads is not looked at. */
function isPosition(encoded: string): boolean {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(encoded)) return false
  try {
    Y.decodeRelativePosition(Buffer.from(encoded, 'base64'))
    return true
  } catch {
    // Whatever it was, it is no position.
    return false
  }
}
