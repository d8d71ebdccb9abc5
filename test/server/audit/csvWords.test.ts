import { describe, expect, it } from 'vitest'
import { texts } from '../../../client/text/text.ts'
import { actWords, stateWords, valueWords } from '../../../server/audit/csvWords.ts'
import { applicationStates } from '../../../shared/document/applicationState.ts'
import { roles } from '../../../shared/people/role.ts'

const { sv } = texts

describe('the words of the log that is fetched as a file', () => {
  it('are those of the log on the screen', () => {
    expect(actWords).toEqual(sv.log.acts)
  })

  it('call states and roles what they are called on the screen', () => {
    for (const state of applicationStates) expect(stateWords.get(state)).toBe(sv.pages.state[state])
    for (const role of roles) expect(valueWords.get(role)).toBe(sv.access.roles[role])
  })
})
