import * as Y from 'yjs'
import { appendBlocks } from '../../shared/document/blocks.ts'
import { rootShape } from '../../shared/document/roots.ts'
import type { Section } from '../../shared/form/FormTemplate.ts'
import { fieldEdit, type LiveDocument } from '../sync/LiveDocument.ts'

/** Sections with running text of their own take a text back; the others' values are copied by hand. */
export function canPutBack(section: Section): boolean {
  return proseName(section) !== null || rootShape(section)?.type === 'blocks'
}

/** Puts a text last in a section, one paragraph a line. False when the section has no place for it. */
export function putBack(live: LiveDocument, section: Section, text: string): boolean {
  const paragraphs = text.split('\n').filter(line => line.trim() !== '')
  if (rootShape(section)?.type === 'blocks') {
    const blocks = paragraphs.map(line => ({
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: line }],
    }))
    live.doc.transact(() => appendBlocks(live.doc.getXmlFragment(section.key), blocks), fieldEdit)
    return true
  }
  const name = proseName(section)
  const prose = name === null ? null : live.doc.getMap(section.key).get(name)
  if (!(prose instanceof Y.Text)) return false
  live.doc.transact(() => {
    prose.insert(prose.length, `${prose.length > 0 ? '\n' : ''}${paragraphs.join('\n')}`)
  }, fieldEdit)
  return true
}

/** The section's own running text, where a structured section has one beside its items. */
function proseName(section: Section): string | null {
  const shape = rootShape(section)
  if (shape?.type !== 'fields') return null
  return Object.entries(shape.fixed).find(([, field]) => field.is === 'prose')?.[0] ?? null
}
