import { describe, expect, it } from 'vitest'
import { leftReplyWords } from '../../../../client/consultation/reply/leftReplyWords.ts'
import { overWords } from '../../../../client/consultation/reply/overWords.ts'
import { stanceWords } from '../../../../client/consultation/reply/stanceWords.ts'
import { texts } from '../../../../client/text/text.ts'
import { formById } from '../../../../shared/form/forms.ts'
import type { Round } from '../../../../shared/http/consultation.ts'

const form = formById('2024')
if (!form) throw new Error('There is no 2024 form.')
const { sv } = texts

describe('What could not be got into an answer', () => {
  it('is told as text where it is text, and after what it is where it is chosen', () => {
    const said = leftReplyWords(sv, form, {
      section: 'remarks',
      why: 'mayNotWrite',
      lines: [
        { path: 'k3f9/section', value: 'purpose' },
        { path: null, value: 'Vi vill ha två.' },
        { path: 'k3f9/wording', value: 'två år' },
      ],
    })
    const heading = form.sections.find(({ key }) => key === 'purpose')?.heading
    expect(said).toBe(`Avsnitt: ${heading}\nVi vill ha två.\nFöreslagen ny lydelse: två år`)
  })

  it('says a stance in words', () => {
    const lines = [{ path: 'stance', value: 'opposes' }]
    expect(leftReplyWords(sv, form, { section: 'stance', why: 'mayNotWrite', lines })).toBe(
      'Ställningstagande: Avstyrker',
    )
  })
})

describe('A round that is over', () => {
  const over = (why: 'closed' | 'calledOff') =>
    ({ over: { why, reason: '', by: null, at: '2024-04-24T12:00:00Z' } }) as Pick<Round, 'over'> as Round

  it('leaves the draft, and says so', () => {
    const said = { hasDraft: true, hasReplied: false }
    expect(overWords(sv, over('calledOff'), said)).toMatch(/^Remissen återkallades .* Ert utkast finns kvar/)
    expect(overWords(sv, over('closed'), said)).toMatch(/utan att ert svar skickades/)
  })

  it('says nothing of an answer that came in time', () => {
    expect(overWords(sv, over('closed'), { hasDraft: true, hasReplied: true })).toBeNull()
  })

  it('says that there is nothing to do where nothing was begun', () => {
    expect(overWords(sv, over('calledOff'), { hasDraft: false, hasReplied: false })).toMatch(
      /behöver inte svara/,
    )
  })
})

describe('A stance', () => {
  it('says in a proof-reading whether there is something to correct', () => {
    expect(stanceWords(sv, 'remarks', 'endorses')).toBe('Tillstyrker')
    expect(stanceWords(sv, 'proof', 'endorses')).toBe('Läst, inget att rätta')
  })
})

describe('The size of a file', () => {
  it('is read in the unit that fits it', () => {
    expect([900, 12_400, 20_000_000].map(sv.reply.size)).toEqual(['900 byte', '12,4 kB', '20 MB'])
  })
})
