import { isBudgetSum } from '../budget/budgetFigure.ts'
import { imageHashPattern } from '../http/image.ts'
import { deepestIndent } from './nodes/attributes.ts'
import { isHref } from './nodes/href.ts'

/**
 * What rich text may hold, as data: the same nodes, marks and attributes as the editor's schema (`nodes/`), but
 * loose, since the editor's own schema deletes what it does not allow and a check must not be stricter than the
 * editors are. The server refuses what is not here. Raised together with `schemaVersion`.
 */
export const textSchema = {
  /** Nodes that may stand at the top of a section. */
  blocks: ['paragraph', 'table', 'figure'],
  nodes: {
    paragraph: {
      attributes: {
        level: { is: 'oneOf', values: [1, 2] },
        list: { is: 'oneOf', values: ['bullet', 'number'] },
        indent: { is: 'wholeNumber', min: 0, max: deepestIndent },
      },
      holdsText: true,
      children: ['footnote', 'budgetFigure'],
    },
    table: { attributes: {}, holdsText: false, children: ['tableRow'] },
    tableRow: { attributes: {}, holdsText: false, children: ['tableCell', 'tableHeader'] },
    tableCell: cell(),
    tableHeader: cell(),
    figure: {
      attributes: {
        image: { is: 'sha256' },
        width: { is: 'wholeNumber', min: 1, max: 100_000 },
        height: { is: 'wholeNumber', min: 1, max: 100_000 },
        alt: { is: 'string', maxLength: 2000 },
      },
      holdsText: true,
      children: [],
    },
    footnote: { attributes: {}, holdsText: true, children: [] },
    budgetFigure: { attributes: { sum: { is: 'budgetSum' } }, holdsText: false, children: [] },
  },
  /** Marks with their attributes. */
  marks: {
    bold: {},
    italic: {},
    link: { href: { is: 'href' } },
    comment: { thread: { is: 'string', maxLength: 32 } },
  },
  /** Marks that may stand several times on the same text: each has a key of its own there (`nodes/commentKey.ts`). */
  overlapping: ['comment'],
} as const satisfies TextSchema

interface TextSchema {
  readonly blocks: readonly string[]
  readonly nodes: Readonly<Record<string, NodeShape>>
  readonly marks: Readonly<Record<string, AttributeShapes>>
  readonly overlapping: readonly string[]
}

export type NodeName = keyof typeof textSchema.nodes
export type MarkName = keyof typeof textSchema.marks

export interface NodeShape {
  readonly attributes: AttributeShapes
  /** Text may stand directly in it. */
  readonly holdsText: boolean
  /** Nodes that may stand directly in it. */
  readonly children: readonly string[]
}

export type AttributeShapes = Readonly<Record<string, AttributeShape>>

/** What one attribute may hold. `null` is always allowed: it means that the attribute is not set. */
export type AttributeShape =
  | { readonly is: 'oneOf'; readonly values: readonly (string | number)[] }
  | { readonly is: 'wholeNumber'; readonly min: number; readonly max: number }
  | { readonly is: 'wholeNumbers'; readonly max: number; readonly maxCount: number }
  | { readonly is: 'string'; readonly maxLength: number }
  | { readonly is: 'sha256' }
  | { readonly is: 'href' }
  | { readonly is: 'budgetSum' }

/** The shape of a node, and null for a name that rich text does not have. */
export function nodeShape(name: string): NodeShape | null {
  return Object.hasOwn(textSchema.nodes, name) ? textSchema.nodes[name as NodeName] : null
}

/** The attributes of a mark, and null for a name that rich text does not have. */
export function markShape(name: string): AttributeShapes | null {
  return Object.hasOwn(textSchema.marks, name) ? textSchema.marks[name as MarkName] : null
}

/** True if an attribute may hold `value`. Never throws: it is given whatever a client sent. */
export function fitsAttribute(shape: AttributeShape, value: unknown): boolean {
  if (value === null) return true
  switch (shape.is) {
    case 'oneOf':
      return (typeof value === 'string' || typeof value === 'number') && shape.values.includes(value)
    case 'wholeNumber':
      return isWholeNumber(value, shape.min, shape.max)
    case 'wholeNumbers':
      return (
        Array.isArray(value) &&
        value.length <= shape.maxCount &&
        value.every(number => isWholeNumber(number, 0, shape.max))
      )
    case 'string':
      return typeof value === 'string' && value.length <= shape.maxLength
    case 'sha256':
      return typeof value === 'string' && imageHashPattern.test(value)
    case 'href':
      return isHref(value)
    case 'budgetSum':
      return isBudgetSum(value)
  }
}

function isWholeNumber(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
}

function cell() {
  return {
    attributes: {
      colspan: { is: 'wholeNumber', min: 1, max: 100 },
      rowspan: { is: 'wholeNumber', min: 1, max: 100 },
      colwidth: { is: 'wholeNumbers', max: 10_000, maxCount: 100 },
    },
    holdsText: false,
    children: ['paragraph'],
  } as const
}
