import { describe, expect, it } from 'vitest'
import { savedWords } from '../../../client/pages/savedWords.ts'
import type { SavedState } from '../../../client/sync/savedState.ts'
import { texts } from '../../../client/text/text.ts'
import { rescuedWhys } from '../../../shared/http/rescued.ts'
import { type CloseReason, closeReasons } from '../../../shared/sync/closeReason.ts'

const reasons = Object.keys(closeReasons) as CloseReason[]

describe.each(Object.entries(texts))('The words of %s', (_language, text) => {
  it('say of every way a line can end what happened, and of each something of its own', () => {
    const words = reasons.map(reason => text.sync.ended[reason])
    for (const said of words) expect(said).toMatch(/^\p{Lu}.*\.$/u)
    expect(new Set(words).size).toBe(reasons.length)
  })

  it('say of every refusal what happened and what to do', () => {
    expect(Object.keys(text.sync.refused).sort()).toEqual([...rescuedWhys].sort())
    for (const why of rescuedWhys) expect(text.sync.refused[why]).toMatch(/^\p{Lu}.*\. \p{Lu}.*\.$/u)
  })

  it('never say saved of what is not, and tell where it is meanwhile', () => {
    const later = reasons.filter(reason => closeReasons[reason].again === 'later')
    const states = later.flatMap<SavedState>(reason =>
      [0, 2].map(changes => ({ is: 'away' as const, reason, changes })),
    )
    for (const state of states) {
      const said = savedWords(text, state)
      expect(said.startsWith(text.sync.saved)).toBe(false)
      expect(said).toMatch(/webbläsaren|browser/)
    }
    const disk = savedWords(texts.sv, { is: 'away', reason: 'diskFault', changes: 0 })
    expect(disk).toBe(
      'Samskriv kan inte spara just nu. Det du skriver finns kvar i den här webbläsaren och skickas när det går att spara igen.',
    )
  })
})

it('Another language is not left in Swedish', () => {
  for (const reason of reasons) expect(texts.en.sync.ended[reason]).not.toBe(texts.sv.sync.ended[reason])
  for (const why of rescuedWhys) expect(texts.en.sync.refused[why]).not.toBe(texts.sv.sync.refused[why])
})
