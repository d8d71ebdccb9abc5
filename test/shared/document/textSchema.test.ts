import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { editorNodes } from '../../../client/editor/editorNodes.ts'
import { fitsAttribute, markShape, nodeShape, textSchema } from '../../../shared/document/textSchema.ts'

const editors = getSchema(editorNodes(() => ''))

describe('the text schema of the guard', () => {
  const inSections = Object.values(editors.nodes).filter(({ name }) => name !== 'doc' && name !== 'text')

  it("has the editors' nodes and marks, and no others", () => {
    expect(Object.keys(textSchema.nodes).sort()).toEqual(inSections.map(({ name }) => name).sort())
    expect(Object.keys(textSchema.marks).sort()).toEqual(Object.keys(editors.marks).sort())
  })

  it.each(inSections.map(node => [node.name, node] as const))('has the attributes of %s', (name, node) => {
    const shape = nodeShape(name)
    expect(Object.keys(shape?.attributes ?? {}).sort()).toEqual(Object.keys(node.spec.attrs ?? {}).sort())
  })

  it.each(Object.values(editors.marks).map(mark => [mark.name, mark] as const))(
    'has the attributes of %s',
    (name, mark) => {
      expect(Object.keys(markShape(name) ?? {}).sort()).toEqual(Object.keys(mark.spec.attrs ?? {}).sort())
      // A mark that may stand twice on the same text is written with a key of its own each time.
      const overlapping: readonly string[] = textSchema.overlapping
      expect(overlapping.includes(mark.name)).toBe(!mark.excludes(mark))
    },
  )

  it.each(inSections.map(node => [node.name, node] as const))(
    'lets stand in %s what the editors let',
    (name, node) => {
      const shape = nodeShape(name)
      const mayStand = inSections.filter(child => matchesSomewhere(node, child)).map(child => child.name)
      expect([...(shape?.children ?? [])].sort()).toEqual(mayStand.sort())
      expect(shape?.holdsText).toBe(node.inlineContent)
    },
  )

  it('lets stand in a section what the editors let', () => {
    const top = editors.topNodeType
    const mayStand = inSections.filter(child => matchesSomewhere(top, child)).map(child => child.name)
    expect([...textSchema.blocks].sort()).toEqual(mayStand.sort())
  })

  it("takes the editors' default of every attribute", () => {
    for (const node of inSections) {
      for (const [name, shape] of Object.entries(nodeShape(node.name)?.attributes ?? {})) {
        const value: unknown = node.spec.attrs?.[name]?.default
        expect(fitsAttribute(shape, value), `${node.name}.${name}`).toBe(true)
      }
    }
  })

  it('knows no name that every object has', () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      expect(nodeShape(name)).toBeNull()
      expect(markShape(name)).toBeNull()
    }
  })
})

type NodeType = (typeof editors.nodes)[string]

/** True when `child` may stand directly in `parent`, wherever in it. */
function matchesSomewhere(parent: NodeType, child: NodeType): boolean {
  const seen = new Set([parent.contentMatch])
  for (const match of seen) {
    if (match.matchType(child)) return true
    for (let i = 0; i < match.edgeCount; i++) seen.add(match.edge(i).next)
  }
  return false
}
