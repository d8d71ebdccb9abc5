import * as Y from 'yjs'
import { appendBlocks } from '../../shared/document/blocks.ts'
import type { RootShape } from '../../shared/document/roots.ts'
import { fieldEdit, type LiveDocument } from '../sync/LiveDocument.ts'

/** What has running text of its own takes a text back; the others' values are copied by hand. */
export function canPutBack({ roots }: Pick<LiveDocument, 'roots'>, section: string): boolean {
  return roots.get(section)?.type === 'blocks' || proseName(roots.get(section)) !== null
}

/** Puts a text last in a section, one paragraph a line. False when the section has no place for it. */
export function putBack(live: Pick<LiveDocument, 'doc' | 'roots'>, section: string, text: string): boolean {
  const paragraphs = text.split('\n').filter(line => line.trim() !== '')
  const shape = live.roots.get(section)
  if (shape?.type === 'blocks') {
    const blocks = paragraphs.map(line => ({
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: line }],
    }))
    live.doc.transact(() => appendBlocks(live.doc.getXmlFragment(section), blocks), fieldEdit)
    return true
  }
  const name = proseName(shape)
  const prose = name === null ? null : live.doc.getMap(section).get(name)
  if (!(prose instanceof Y.Text)) return false
  live.doc.transact(() => {
    prose.insert(prose.length, `${prose.length > 0 ? '\n' : ''}${paragraphs.join('\n')}`)
  }, fieldEdit)
  return true
}

/** The section's own running text, where a structured section has one beside its items. */
function proseName(shape: RootShape | undefined): string | null {
  if (shape?.type !== 'fields') return null
  return Object.entries(shape.fixed).find(([, field]) => field.is === 'prose')?.[0] ?? null
}
