import { EditorState, type Transaction } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { SectionBinding } from '../../../../client/editor/binding/SectionBinding.ts'
import { DocText } from '../../../../client/editor/comments/docText.ts'
import { threadsOf, withFound } from '../../../../client/editor/comments/foundInBlocks.ts'
import type { DrawnThread, FoundBy, TextComments } from '../../../../client/editor/comments/TextComments.ts'
import { wordsBetween } from '../../../../client/editor/comments/wantedWords.ts'
import { comments, drawnRange } from '../../../../client/editor/plugins/comments.ts'
import { createUndo } from '../../../../client/editor/undo.ts'
import { sectionText } from '../../../../shared/comment/sectionText.ts'
import type { Block } from '../../../../shared/document/blockContent.ts'
import { readBlocks, writeBlocks } from '../../../../shared/document/blocks.ts'
import { everyKindOfText } from '../../../fixtures/everyKindOfText.ts'
import { schema, text } from '../peer.ts'

const everyBlock = Object.values(everyKindOfText.sections).flatMap(section =>
  section.kind === 'rich' ? section.blocks : [],
)

const one = 'aaaaaaaaaaaa'
const other = 'bbbbbbbbbbbb'

function drawn(id: string, words: FoundBy | null = null, look: DrawnThread['look'] = 'plain'): DrawnThread {
  return { id, look, isInternal: words !== null, words, description: 'Kommentar', cardId: null }
}

/** An editor without a page, in which `threads` are to be seen. */
class Shown {
  state: EditorState
  readonly text: TextComments

  constructor(blocks: readonly Block[], threads: readonly DrawnThread[]) {
    const doc = new Y.Doc()
    writeBlocks(doc.getXmlFragment('text'), blocks)
    this.text = { drawnIn: () => threads, subscribe: () => () => {}, moved: () => {} }
    const binding = new SectionBinding(doc.getXmlFragment('text'), createUndo(doc, new Map()))
    this.state = EditorState.create({
      doc: binding.read(schema),
      plugins: [comments('text', this.text)],
    })
  }

  change(make: (transaction: Transaction) => Transaction): this {
    this.state = this.state.apply(make(this.state.tr))
    return this
  }

  /** The words that are drawn for a thread. */
  words(id: string): string | null {
    const range = drawnRange(this.state, id)
    return range && this.state.doc.textBetween(range.from, range.to, '|')
  }

  find(words: string): number {
    const content = new DocText(this.state.doc)
    const at = content.text.indexOf(words)
    return content.range(at, at + words.length)?.from ?? -1
  }
}

const marked = (...runs: readonly (readonly [string, ...string[]])[]): Block => ({
  type: 'paragraph',
  content: runs.map(([words, ...threads]) => ({
    type: 'text',
    text: words,
    ...(threads.length > 0 ? { comments: threads } : {}),
  })),
})

describe('the words that a comment is about', () => {
  it('are drawn where their mark is, if it is to be seen', () => {
    const shown = new Shown([marked(['Ett '], ['två', one], [' tre '], ['fyra', other])], [drawn(one)])
    expect(shown.words(one)).toBe('två')
    expect(shown.words(other)).toBeNull()
  })

  it('are drawn for each thread that lies on them', () => {
    const shown = new Shown([marked(['Ett ', one], ['två', one, other])], [drawn(one), drawn(other)])
    expect(shown.words(one)).toBe('Ett två')
    expect(shown.words(other)).toBe('två')
  })

  it('move along with what is written before them, and grow with what is written in them', () => {
    const shown = new Shown([marked(['Ett '], ['två', one], [' tre'])], [drawn(one)])
    shown.change(tr => tr.insertText('Noll ', 1))
    expect(shown.words(one)).toBe('två')
    shown.change(tr => tr.insertText('X', shown.find('två') + 1))
    expect(shown.words(one)).toBe('tXvå')
  })

  it('are drawn in both paragraphs when theirs is divided, and no more when they are deleted', () => {
    const shown = new Shown([marked(['Ett '], ['två tre', one], [' fyra'])], [drawn(one)])
    shown.change(tr => tr.split(shown.find('tre')))
    expect(shown.words(one)).toBe('två |tre')
    shown.change(tr => tr.delete(shown.find('två'), shown.find(' fyra')))
    expect(shown.words(one)).toBeNull()
  })

  it('are found by what they say where there is no mark', () => {
    const words = { quote: 'andra stycket', before: 'Det ', after: ' är långt' }
    const shown = new Shown(text('Det första stycket', 'Det andra stycket är långt'), [drawn(one, words)])
    expect(shown.words(one)).toBe('andra stycket')
    shown.change(tr => tr.insertText('Nytt. ', 1))
    expect(shown.words(one)).toBe('andra stycket')
  })

  it('are where the mark is, once it has come', () => {
    const words = { quote: 'två', before: '', after: '' }
    const shown = new Shown([marked(['två', one], [' och två'])], [drawn(one, words)])
    expect(shown.words(one)).toBe('två')
    expect(drawnRange(shown.state, one)).toEqual({ from: 1, to: 4 })
  })
})

describe('the text of a section', () => {
  it('is the same in the editor as in its blocks, whatever it holds', () => {
    const shown = new Shown(everyBlock, [])
    expect(new DocText(shown.state.doc).text).toBe(sectionText(everyBlock))
  })

  it('leads from each letter to its place in the editor and back', () => {
    const { doc } = new Shown(everyBlock, []).state
    const content = new DocText(doc)
    for (const [at, letter] of [...content.text].entries()) {
      if (letter === '\n' || content.text.codePointAt(at) !== letter.codePointAt(0)) continue
      const range = content.range(at, at + 1)
      expect(range && doc.textBetween(range.from, range.to)).toBe(letter)
      expect(content.offsetAt((range?.from ?? 0) + 1)).toBe(at + 1)
    }
  })

  it('gives the words without the space around them, with what stands there', () => {
    expect(wordsBetween('Ett  två  tre', 3, 10)).toEqual({
      from: 5,
      to: 8,
      quote: 'två',
      before: 'Ett  ',
      after: '  tre',
    })
    expect(wordsBetween('Ett   två', 3, 6)).toBeNull()
  })
})

describe('text that is only read', () => {
  it('has the threads that were found among those of its marks', () => {
    const blocks = [marked(['Ett '], ['två', one], [' tre'])]
    const from = sectionText(blocks).indexOf('två tre')
    expect(withFound(blocks, [{ thread: other, from, to: from + 5 }])).toEqual([
      marked(['Ett '], ['två', one, other], [' t', other], ['re']),
    ])
  })

  it('stays as it is but for what was found in it, whatever it holds', () => {
    const whole = sectionText(everyBlock)
    for (let from = 0; from < whole.length; from += 7) {
      const found = withFound(everyBlock, [{ thread: one, from, to: from + 11 }])
      expect(sectionText(found)).toBe(whole)
      expect(threadsOf(found).has(one)).toBe(whole.slice(from, from + 11).replaceAll('\n', '') !== '')
    }
  })

  it('is read from the shared text with its marks', () => {
    const doc = new Y.Doc()
    writeBlocks(doc.getXmlFragment('text'), [marked(['Ett '], ['två', one, other])])
    expect([...threadsOf(readBlocks(doc.getXmlFragment('text')))]).toEqual([one, other])
  })
})
