import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { MarkedText, textsMost } from '../../../shared/comment/MarkedText.ts'

const thread = 'aaaaaaaaaaaaaaaaaaaa'

function written(...paragraphs: readonly string[]): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('background')
  for (const words of paragraphs) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    fragment.push([paragraph])
  }
  return fragment
}

function marked(fragment: Y.XmlFragment): string[] {
  const text = new MarkedText(fragment)
  return (text.marked().get(thread) ?? []).map(({ from, to }) => text.words.slice(from, to))
}

describe('marking', () => {
  it('never cuts a character in two, wherever the range begins and ends', () => {
    const words = 'Hej 😀😁 alla 𝒂'
    for (let from = 0; from < words.length; from += 1) {
      for (let to = from + 1; to <= words.length; to += 1) {
        const fragment = written(words)
        new MarkedText(fragment).mark({ from, to }, thread)
        expect(new MarkedText(fragment).words).toBe(words)
      }
    }
  })

  it('takes the whole of a character of which a half is asked for', () => {
    const fragment = written('Hej 😀😁 alla')
    expect(new MarkedText(fragment).mark({ from: 5, to: 7 }, thread)).toEqual({ from: 4, to: 8 })
    expect(marked(fragment)).toEqual(['😀😁'])
  })

  it('marks of very many paragraphs only the first, and says so', () => {
    const paragraphs = Array.from({ length: textsMost * 3 }, (_, nr) => `Stycke ${nr}`)
    const fragment = written(...paragraphs)
    const text = new MarkedText(fragment)
    const wanted = paragraphs.slice(0, textsMost).join('\n')
    expect(text.mark({ from: 0, to: text.words.length }, thread)).toEqual({ from: 0, to: wanted.length })
    expect(marked(fragment)).toEqual([wanted])
  })

  it('marks as many paragraphs as it may', () => {
    const paragraphs = Array.from({ length: textsMost }, (_, nr) => `Stycke ${nr}`)
    const fragment = written(...paragraphs)
    const text = new MarkedText(fragment)
    text.mark({ from: 3, to: text.words.length - 2 }, thread)
    expect(marked(fragment)).toEqual([text.words.slice(3, -2)])
  })
})
