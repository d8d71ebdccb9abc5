import * as Y from 'yjs'
import { isCommentKey, threadOfMark } from '../../../shared/document/nodes/commentKey.ts'
import {
  type FieldShape,
  type FieldsShape,
  keyShape,
  type RootShape,
} from '../../../shared/document/roots.ts'
import {
  type AttributeShapes,
  fitsAttribute,
  markShape,
  type NodeShape,
  nodeShape,
  textSchema,
} from '../../../shared/document/textSchema.ts'
import { fitsShape } from '../../../shared/document/value.ts'
import type { MayMark } from './marks.ts'
import { Refused } from './Refused.ts'
import type { Content, TypeContent } from './readUpdate.ts'

/** A shared type as a place to write in: where it is, and what may stand in it. */
export interface Container {
  readonly root: string
  /** The key under the root that leads here; null in the root itself and in rich text. */
  readonly firstKey: string | null
  readonly depth: number
  readonly holds: Holds
}

type Holds =
  | { readonly kind: 'blocks' }
  | { readonly kind: 'node'; readonly shape: NodeShape }
  | { readonly kind: 'richText' }
  | { readonly kind: 'fields'; readonly shape: FieldsShape }
  | { readonly kind: 'item'; readonly fields: Readonly<Record<string, FieldShape>> }
  | { readonly kind: 'prose' }

export function rootContainer(root: string, shape: RootShape): Container {
  const holds: Holds = shape.type === 'blocks' ? { kind: 'blocks' } : { kind: 'fields', shape }
  return { root, firstKey: null, depth: 1, holds }
}

/** The first key under the root of what is written in `container` under `key`; null in rich text. */
export function firstKeyOf(container: Container, key: string | null): string | null {
  return container.holds.kind === 'fields' ? key : container.firstKey
}

/** The container that a type becomes when it stands in `outer` under `key`, where `checkContent` has let it. */
export function innerContainer(outer: Container, key: string | null, type: TypeContent): Container {
  const holds = holdsOf(outer, key, type)
  return { root: outer.root, firstKey: firstKeyOf(outer, key), depth: outer.depth + 1, holds }
}

function holdsOf(outer: Container, key: string | null, type: TypeContent): Holds {
  switch (type.is) {
    case 'element': {
      const shape = nodeShape(type.node)
      if (shape === null) throw new Refused('unknownNode')
      return { kind: 'node', shape }
    }
    case 'richText':
      return { kind: 'richText' }
    case 'prose':
      return { kind: 'prose' }
    case 'item': {
      const shape = outer.holds.kind === 'fields' && key !== null ? keyShape(outer.holds.shape, key) : null
      if (shape === null || !('item' in shape)) throw new Refused('wrongShape')
      return { kind: 'item', fields: shape.item }
    }
  }
}

/** What kind of type an integrated type is; null for the kinds that no document has. */
export function typeContentOf(type: Y.AbstractType<unknown>): TypeContent | null {
  if (type instanceof Y.XmlText) return { is: 'richText' }
  if (type instanceof Y.Text) return { is: 'prose' }
  if (type instanceof Y.XmlElement) return { is: 'element', node: type.nodeName }
  return type instanceof Y.Map ? { is: 'item' } : null
}

/** Throws `Refused` unless `content` may stand in `container`, under `key` or, without one, in its sequence. */
export function checkContent(
  container: Container,
  key: string | null,
  content: Content,
  mayMark: MayMark,
): void {
  const { holds } = container
  switch (holds.kind) {
    case 'blocks':
      if (key !== null) throw new Refused('wrongShape')
      checkChild(textSchema.blocks, false, content)
      break
    case 'node':
      if (key !== null) checkAttribute(holds.shape.attributes, key, content)
      else checkChild(holds.shape.children, holds.shape.holdsText, content)
      break
    case 'richText':
      if (key !== null) throw new Refused('unknownAttribute')
      if (content.is === 'format') checkFormat(content.mark, content.value, mayMark)
      else if (content.is !== 'text' && content.is !== 'deleted') throw new Refused('wrongShape')
      break
    case 'prose':
      if (key !== null || (content.is !== 'text' && content.is !== 'deleted')) throw new Refused('wrongShape')
      break
    case 'fields': {
      const shape = key === null ? null : keyShape(holds.shape, key)
      if (shape === null) throw new Refused('wrongShape')
      if ('field' in shape) checkField(shape.field, content)
      else if (content.is !== 'item' && content.is !== 'deleted') throw new Refused('wrongShape')
      break
    }
    case 'item': {
      const field = key !== null && Object.hasOwn(holds.fields, key) ? holds.fields[key] : undefined
      if (!field) throw new Refused('wrongShape')
      checkField(field, content)
      break
    }
  }
}

/** True where only the server makes the prose under `key`: a second one would take the first one's text along. */
export function isSeededProse(container: Container, key: string): boolean {
  if (container.holds.kind !== 'fields') return false
  const shape = keyShape(container.holds.shape, key)
  return shape !== null && 'field' in shape && shape.field.is === 'prose'
}

function checkChild(nodes: readonly string[], holdsText: boolean, content: Content): void {
  switch (content.is) {
    case 'deleted':
      return
    case 'element':
      if (nodes.includes(content.node)) return
      break
    case 'richText':
      if (holdsText) return
      break
    default:
  }
  throw new Refused('wrongShape')
}

function checkAttribute(attributes: AttributeShapes, name: string, content: Content): void {
  const shape = Object.hasOwn(attributes, name) ? attributes[name] : undefined
  if (!shape) throw new Refused('unknownAttribute')
  if (content.is === 'deleted') return
  if (content.is !== 'values') throw new Refused('wrongShape')
  for (const value of content.values) if (!fitsAttribute(shape, value)) throw new Refused('wrongShape')
}

/** The end of a mark is `null`; a mark without attributes is `{}`, or `true` where no editor wrote it. */
function checkFormat(mark: string, value: unknown, mayMark: MayMark): void {
  if (isCommentKey(mark)) {
    checkComment(mark, value, mayMark)
    return
  }
  const attributes = isOverlapping(mark) ? null : markShape(mark)
  if (attributes === null) throw new Refused('unknownMark')
  if (value === null || value === true) return
  if (typeof value !== 'object' || Array.isArray(value)) throw new Refused('wrongShape')
  for (const [name, said] of Object.entries(value)) {
    const shape = Object.hasOwn(attributes, name) ? attributes[name] : undefined
    if (!shape) throw new Refused('unknownAttribute')
    if (!fitsAttribute(shape, said)) throw new Refused('wrongShape')
  }
}

function isOverlapping(mark: string): boolean {
  return (textSchema.overlapping as readonly string[]).includes(mark)
}

/** The mark of a thread says which one and nothing else, under that one's key. */
function checkComment(key: string, value: unknown, mayMark: MayMark): void {
  if (value === null) {
    if (!mayMark(key, null)) throw new Refused('unknownMark')
    return
  }
  const thread = threadOfMark(value)
  if (thread === null) throw new Refused('wrongShape')
  if (Object.keys(value as object).length > 1) throw new Refused('unknownAttribute')
  if (!mayMark(key, thread)) throw new Refused('unknownMark')
}

function checkField(shape: FieldShape, content: Content): void {
  if (content.is === 'deleted') return
  if (shape.is === 'prose') {
    if (content.is !== 'prose') throw new Refused('wrongShape')
    return
  }
  if (content.is !== 'values') throw new Refused('wrongShape')
  for (const value of content.values) if (!fitsShape(shape, value)) throw new Refused('wrongShape')
}
