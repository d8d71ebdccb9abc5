import { describe, expect, it } from 'vitest'
import { repeatedKey } from '../../../server/http/repeatedKey.ts'

describe('a key', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":{"b":1,"c":[{"b":1}],"b":2}}', 'b'],
    ['[{"a":1},{"a":1,"b":{},"a":1}]', 'a'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"a\\"b":1 , "a\\"b" : 2}', 'a"b'],
    ['{"":1,"":2}', ''],
  ])('that stands twice in an object is found: %s', (json, key) => {
    expect(() => JSON.parse(json)).not.toThrow()
    expect(repeatedKey(json)).toBe(key)
  })

  it.each([
    '{}',
    '"a"',
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":1}]',
    '{"a":"\\"a\\":1,\\"a\\":2"}',
    '{"a":"a","b":["a","a"],"c":"a"}',
    '{"a":"{\\"b\\"","b":"}"}',
    '{"a":"\\\\","b":"\\\\"}',
  ])('that does not is let be: %s', json => {
    expect(() => JSON.parse(json)).not.toThrow()
    expect(repeatedKey(json)).toBeNull()
  })

  it('is found behind a megabyte of what looks like the end of a string', () => {
    const long = `"${'\\\\'.repeat(250_000)}${'\\"'.repeat(250_000)}${'å{'.repeat(250_000)}"`
    expect(repeatedKey(`{"a":${long},"b":[${long}],"b":${long}}`)).toBe('b')
  })
})
