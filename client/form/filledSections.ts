import * as Y from 'yjs'
import { rootShape } from '../../shared/document/roots.ts'
import type { FormTemplate, Section } from '../../shared/form/FormTemplate.ts'

/** Whether anything has been answered in a section; null for fixed and computed text, which nobody answers. */
export function isFilled(doc: Y.Doc, section: Section): boolean | null {
  const shape = rootShape(section)
  if (shape === null) return null
  return shape.type === 'blocks'
    ? hasContent(doc.getXmlFragment(section.key))
    : [...doc.getMap(section.key).values()].some(isAnswer)
}

const belongsToItem = new Set(['order', 'removed', 'level'])

function isAnswer(value: unknown): boolean {
  if (value instanceof Y.Text) return value.length > 0
  if (!(value instanceof Y.Map)) return value !== null && value !== ''
  if (value.get('removed') === true) return false
  return [...value].some(([name, part]) => !belongsToItem.has(name) && isAnswer(part))
}

/** Stops at the first letter or picture. */
function hasContent(node: Y.XmlFragment): boolean {
  for (let child = node.firstChild; child !== null && child !== undefined; child = child.nextSibling) {
    if (child instanceof Y.XmlText) {
      if (child.length > 0) return true
    } else if (child instanceof Y.XmlElement && (child.nodeName === 'figure' || hasContent(child))) {
      return true
    }
  }
  return false
}

/**
 * Which sections have an answer, kept up to date at leisure: a section is looked at again `later` than the last
 * change in it, and listeners hear only when its sign turns.
 */
export class FilledSections {
  readonly #doc: Y.Doc
  readonly #sections: readonly Section[]
  readonly #later: (task: () => void) => void
  readonly #listeners = new Set<() => void>()
  readonly #changed = new Set<Section>()
  #filled: ReadonlySet<string>

  /** `later` runs a task once, in a moment: a timer in the browser, by hand in tests. */
  constructor(doc: Y.Doc, form: FormTemplate, later: (task: () => void) => void) {
    this.#doc = doc
    this.#sections = form.sections.filter(section => rootShape(section) !== null)
    this.#later = later
    this.#filled = this.#look(this.#sections, new Set())
  }

  /** Keys of the sections with an answer; the same set until one turns. */
  readonly filled = (): ReadonlySet<string> => this.#filled

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) {
      this.#doc.on('afterTransaction', this.#onTransaction)
      this.#note(this.#sections)
    }
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#doc.off('afterTransaction', this.#onTransaction)
    }
  }

  readonly #onTransaction = (transaction: Y.Transaction): void => {
    const touched = new Set<unknown>(transaction.changedParentTypes.keys())
    this.#note(this.#sections.filter(section => touched.has(this.#rootOf(section))))
  }

  #note(sections: readonly Section[]): void {
    if (sections.length === 0) return
    const waits = this.#changed.size > 0
    for (const section of sections) this.#changed.add(section)
    if (!waits) this.#later(() => this.#refresh())
  }

  #refresh(): void {
    const filled = this.#look([...this.#changed], this.#filled)
    this.#changed.clear()
    if (filled.size === this.#filled.size && [...filled].every(key => this.#filled.has(key))) return
    this.#filled = filled
    for (const listener of this.#listeners) listener()
  }

  #look(sections: readonly Section[], before: ReadonlySet<string>): Set<string> {
    const filled = new Set(before)
    for (const section of sections) {
      if (isFilled(this.#doc, section)) filled.add(section.key)
      else filled.delete(section.key)
    }
    return filled
  }

  #rootOf(section: Section): unknown {
    return rootShape(section)?.type === 'blocks'
      ? this.#doc.getXmlFragment(section.key)
      : this.#doc.getMap(section.key)
  }
}
