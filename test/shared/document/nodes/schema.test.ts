import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { sectionNodes } from '../../../../shared/document/nodes/sectionNodes.ts'
import { textSchema } from '../../../../shared/document/textSchema.ts'

// The compiler takes Tiptap's types as seen from another wing for another module's.
const schema = getSchema(sectionNodes(hash => hash) as unknown as Parameters<typeof getSchema>[0])

describe("The editor's schema", () => {
  it('has the nodes, marks and attributes that the guard lets in, and no others', () => {
    const nodes = Object.values(schema.nodes).filter(({ name }) => name !== 'doc' && name !== 'text')
    const names = nodes.map(({ name, spec }) => [name, Object.keys(spec.attrs ?? {}).sort()])
    const allowed = Object.entries(textSchema.nodes).map(([name, { attributes }]) => [
      name,
      Object.keys(attributes).sort(),
    ])
    expect(Object.fromEntries(names)).toEqual(Object.fromEntries(allowed))
    const marks = Object.values(schema.marks).map(({ name, spec }) => [name, Object.keys(spec.attrs ?? {})])
    expect(Object.fromEntries(marks)).toEqual(
      Object.fromEntries(
        Object.entries(textSchema.marks).map(([name, attributes]) => [name, Object.keys(attributes)]),
      ),
    )
  })

  it('writes nothing for an attribute that says nothing', () => {
    for (const { name, spec } of Object.values(schema.nodes)) {
      if (name === 'tableCell' || name === 'tableHeader') continue
      for (const attribute of Object.values(spec.attrs ?? {})) expect(attribute.default).toBe(null)
    }
  })

  it('forbids nothing that two people can bring about by deleting', () => {
    const { table, tableRow, paragraph, figure, footnote } = schema.nodes
    for (const type of [table, tableRow, paragraph, figure, footnote]) {
      expect(type?.validContent(schema.node('paragraph').content)).toBe(true)
    }
  })

  it('draws a subheading under the headings of the page, and a heading that is a list item too as a heading', () => {
    const drawn = (attributes: object) =>
      schema.nodes.paragraph?.spec.toDOM?.(schema.node('paragraph', attributes))
    expect(drawn({ level: 1 })).toMatchObject(['h3', { 'data-level': 1 }, 0])
    expect(drawn({ level: 2, list: 'bullet' })).toMatchObject(['h4', { 'data-list': null }, 0])
    expect(drawn({ list: 'number', indent: 2 })).toMatchObject([
      'p',
      { 'data-list': 'number', 'data-indent': 2 },
      0,
    ])
  })

  it('never draws a target of a link that is none', () => {
    const link = schema.mark('link', { href: 'javascript:alert(1)' })
    expect(JSON.stringify(schema.marks.link?.spec.toDOM?.(link, true))).not.toContain('javascript')
  })
})
