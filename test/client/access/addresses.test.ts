import { describe, expect, it } from 'vitest'
import { addressesIn } from '../../../client/access/addresses.ts'

describe('Addresses that somebody writes or pastes', () => {
  it.each([
    ['by commas', 'anna@heby.example, karim@af.example'],
    ['by semicolons, as Outlook does', 'anna@heby.example; karim@af.example;'],
    ['by line breaks', 'anna@heby.example\r\nkarim@af.example\n'],
    ['by spaces', ' anna@heby.example  karim@af.example'],
    ['by tabs, as from a sheet', 'anna@heby.example\tkarim@af.example'],
    [
      'with names, as mail programs do',
      'Anna Lindholm <anna@heby.example>; Sandell, Karim <karim@af.example>',
    ],
    ['in capitals, and twice', 'Anna@Heby.example,ANNA@heby.example,mailto:karim@af.example'],
  ])('are read apart %s', (_how, written) => {
    expect(addressesIn(written).addresses).toEqual(['anna@heby.example', 'karim@af.example'])
    expect(addressesIn(written)).toMatchObject({ faults: [], rest: '' })
  })

  it.each([
    ['anna@heby kommun.example', 'anna@hebykommun.example'],
    ['anna@ heby.example', 'anna@heby.example'],
    ['@af.example', null],
    ['anna@heby', null],
    ['anna..ek@heby.example', null],
  ])('are told when they cannot be right: %s', (written, meant) => {
    expect(addressesIn(`karim@af.example; ${written}`)).toEqual({
      addresses: ['karim@af.example'],
      faults: [{ written, meant }],
      rest: '',
    })
  })

  it('leave a name as it is, to be looked for', () => {
    expect(addressesIn('Karim San')).toEqual({ addresses: [], faults: [], rest: 'Karim San' })
  })
})
