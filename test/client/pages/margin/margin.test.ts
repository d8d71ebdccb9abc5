import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { MarginButtons } from '../../../../client/pages/margin/MarginButtons.tsx'
import { MarginColumn } from '../../../../client/pages/margin/MarginColumn.tsx'
import type { MarginPanel } from '../../../../client/pages/margin/MarginPanel.ts'
import type { Margin } from '../../../../client/pages/margin/useMargin.ts'

const notes: MarginPanel = {
  key: 'notes',
  title: 'Anteckningar',
  buttonName: 'Anteckningar, 3 nya',
  icon: 'list',
  count: 3,
  tall: 'text',
  draw: ({ is }) => `Antecknat i ${is}`,
}
const sources: MarginPanel = { ...notes, key: 'sources', title: 'Källor', buttonName: 'Källor', count: 0 }

function drawn(margin: Partial<Margin>): string {
  const all: Margin = {
    panels: [notes, sources],
    shown: null,
    is: 'column',
    enters: false,
    show: () => {},
    close: () => {},
    ...margin,
  }
  return [MarginButtons, MarginColumn]
    .map(part => renderToStaticMarkup(createElement(part, { margin: all })))
    .join('')
}

describe('The margin of an ansökan', () => {
  it('is nowhere to be seen while nothing is to stand in it', () => {
    expect(drawn({ panels: [] })).toBe('')
  })

  it('has a button for each panel, with what waits there, and no column until one is shown', () => {
    const html = drawn({})
    expect(html).toMatch(/aria-label="Anteckningar, 3 nya"[^>]*aria-expanded="false".*>3</)
    expect(html).toMatch(/aria-label="Källor"/)
    expect(html).not.toContain('<aside')
  })

  it('shows one panel, beside the text, and a tab for each', () => {
    const html = drawn({ shown: sources })
    expect(html).toMatch(/role="tab"[^>]*aria-selected="false"[^>]*tabindex="-1"[^>]*>Anteckningar</)
    expect(html).toMatch(/role="tab"[^>]*aria-selected="true"[^>]*tabindex="0"[^>]*>Källor</)
    expect(html).toContain('Antecknat i column')
    expect(html.match(/role="tabpanel"/g)).toHaveLength(1)
  })

  it('is a dialog where there is no room beside the text, and its buttons say so', () => {
    const html = drawn({ shown: notes, is: 'drawer' })
    expect(html).toContain('<dialog')
    expect(html).not.toContain('<aside')
    expect(html).toMatch(/aria-haspopup="dialog"/)
    expect(html).toContain('Antecknat i drawer')
  })
})
