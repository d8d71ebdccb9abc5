import * as Y from 'yjs'
import { type BudgetTemplate, budgetBlocks } from '../../shared/budget/BudgetTemplate.ts'
import { otherRows, readAmountKey, readShareKey } from '../../shared/budget/budgetKeys.ts'
import { isNamed } from '../../shared/budget/seedBudget.ts'
import { rootShape } from '../../shared/document/roots.ts'
import type { FormTemplate, Section } from '../../shared/form/FormTemplate.ts'

/** Whether anything has been answered in a section; null for fixed and computed text, which nobody answers. */
export function isFilled(doc: Y.Doc, section: Section): boolean | null {
  const shape = rootShape(section)
  if (shape === null) return null
  if (section.kind === 'budget') return isBudgetFilled(doc.getMap(section.key), section.budget)
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

/** The rows that a budget begins with are no answer, nor is what was written in one that has been removed. */
function isBudgetFilled(root: Y.Map<unknown>, template: BudgetTemplate): boolean {
  const stands = (row: unknown) => row instanceof Y.Map && row.get('removed') !== true
  return [...root].some(([key, value]) => {
    if (value instanceof Y.Map) return stands(value) && isRowWritten(value, template)
    const row = readAmountKey(key)?.line ?? readShareKey(key)?.line ?? ''
    return value !== null && (row === otherRows || stands(root.get(row)))
  })
}

function isRowWritten(row: Y.Map<unknown>, template: BudgetTemplate): boolean {
  const block = budgetBlocks.find(known => known === row.get('block'))
  const label = row.get('label')
  if (block && typeof label === 'string' && label !== '' && isNamed(template, block, label)) return true
  return ['percent', 'from', 'to', 'specification'].some(name => isAnswer(row.get(name) ?? null))
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
    const isTouched = (section: Section) => touched.has(this.#rootOf(section))
    const budget = this.#sections.find(({ kind }) => kind === 'budget')
    const reckoned = budget !== undefined && isTouched(budget)
    this.#note(
      this.#sections.filter(section => isTouched(section) || (reckoned && section.kind === 'amount')),
    )
  }

  /** The amount sought is answered in the budget. */
  #isWorkedOut({ kind }: Section): boolean {
    const budget = this.#sections.find(section => section.kind === 'budget')
    if (kind !== 'amount' || budget === undefined) return false
    return [...this.#doc.getMap(budget.key)].some(
      ([key, value]) => typeof value === 'number' && value > 0 && readAmountKey(key) !== null,
    )
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
      if (isFilled(this.#doc, section) || this.#isWorkedOut(section)) filled.add(section.key)
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
