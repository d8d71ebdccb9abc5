import { describe, expect, it } from 'vitest'
import { each, exposition, one } from '../../../server/operations/exposition.ts'
import { Histogram } from '../../../server/operations/Histogram.ts'
import { readExposition } from './readExposition.ts'

describe('the page', () => {
  it('is what Prometheus reads', () => {
    const histogram = new Histogram([0.01, 0.1, 1])
    for (const seconds of [0, 0.01, 0.010001, 0.5, 1, 7]) histogram.observe(seconds)
    const page = exposition([
      { name: 'a_total', help: 'How many.', values: one('counter', 12) },
      { name: 'b', help: 'How much.', values: each('gauge', 'kind', { x: 1.5, y: 0 }) },
      { name: 'c_seconds', help: 'How long.', values: { type: 'histogram', histogram } },
    ])
    expect(page).toBe(
      [
        '# HELP a_total How many.',
        '# TYPE a_total counter',
        'a_total 12',
        '# HELP b How much.',
        '# TYPE b gauge',
        'b{kind="x"} 1.5',
        'b{kind="y"} 0',
        '# HELP c_seconds How long.',
        '# TYPE c_seconds histogram',
        'c_seconds_bucket{le="0.01"} 2',
        'c_seconds_bucket{le="0.1"} 3',
        'c_seconds_bucket{le="1"} 5',
        'c_seconds_bucket{le="+Inf"} 6',
        'c_seconds_sum 8.520001',
        'c_seconds_count 6',
        '',
      ].join('\n'),
    )
    expect([...readExposition(page).keys()]).toEqual(['a_total', 'b', 'c_seconds'])
  })

  it.each([
    ['a sample without a type', 'a 1\n'],
    ['a type without a help', '# TYPE a gauge\na 1\n'],
    ['a sample twice', '# HELP a A.\n# TYPE a gauge\na 1\na 2\n'],
    ['a family twice', '# HELP a A.\n# TYPE a gauge\na 1\n# HELP a A.\n# TYPE a gauge\na{x="1"} 1\n'],
    ['no number', '# HELP a A.\n# TYPE a gauge\na x\n'],
    ['a counter named as a gauge', '# HELP a A.\n# TYPE a counter\na 1\n'],
    ['a label in bad quotes', '# HELP a A.\n# TYPE a gauge\na{x="y"z"} 1\n'],
    ['no end of the last line', '# HELP a A.\n# TYPE a gauge\na 1'],
    [
      'a histogram that falls',
      '# HELP a A.\n# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n',
    ],
  ])('is not read with %s', (_what, page) => {
    expect(() => readExposition(page)).toThrow()
  })
})
