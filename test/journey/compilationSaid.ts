import type { Page } from 'playwright-core'

/**
 * What the page of a sammanställning says: each party's answer in whole, then each section with what each party has
 * remarked. A line for a paragraph, set in under what it belongs to; what is gone and new in a wording as `[-…-][+…+]`.
 */
export async function compilationSaid(page: Page): Promise<string> {
  return await page.locator('main').evaluate(main => {
    const wordsOf = (element: Element) => {
      const copy = element.cloneNode(true) as Element
      for (const sign of copy.querySelectorAll('[aria-hidden="true"], :is(ins, del) > .sr-only'))
        sign.remove()
      for (const part of copy.querySelectorAll('del')) part.textContent = `[-${part.textContent}-]`
      for (const part of copy.querySelectorAll('ins')) part.textContent = `[+${part.textContent}+]`
      return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
    }
    const under = (indent: string, element: Element) =>
      [...element.querySelectorAll('h4, p, blockquote')].map(part => `${indent}${wordsOf(part)}`)
    const parties = [...main.querySelectorAll('section[aria-labelledby="stances"] article')]
    const table = main.querySelector('table')
    const heads = [...(table?.querySelectorAll('th[scope="col"] > :first-child') ?? [])].map(wordsOf)
    const sections = [...(table?.tBodies ?? [])]
    return [
      ...parties.flatMap(party => [wordsOf(party.querySelector('h3') ?? party), ...under('  ', party)]),
      ...sections.flatMap(section => [
        '',
        wordsOf(section.querySelector('h3') ?? section),
        ...[...section.querySelectorAll('td')].flatMap((cell, place) => [
          `  ${heads[place]}`,
          ...under('    ', cell),
        ]),
      ]),
    ].join('\n')
  })
}
