/**
 * Where the cells of a budget stand in its root, a `Y.Map`: rows are items under their item key, an amount stands under
 * `‹party key›.‹row key›` and what a row costs in a year under `‹year›:‹row key›`. So each cell is one value of its own,
 * two who fill in the same row never make each other's map, and the server tells from the first key whose column is
 * written.
 */

/** Stands for the rows of `other` together where their cost per year is said: the sheet has one line for them all. */
export const otherRows = 'other'

const itemKey = '(?!constructor(?:\\.|$))[a-z0-9][a-z0-9-]{0,39}'
const amountPattern = new RegExp(`^(${itemKey})\\.(${itemKey})$`)
const sharePattern = new RegExp(`^(199\\d|20\\d\\d):(${itemKey})$`)

export function amountKey(party: string, line: string): string {
  return `${party}.${line}`
}

export function shareKey(year: number, line: string): string {
  return `${year}:${line}`
}

/** Whose amount of which row a key stands for; null when it is no such key. */
export function readAmountKey(key: string): { readonly party: string; readonly line: string } | null {
  const [, party, line] = amountPattern.exec(key) ?? []
  return party !== undefined && line !== undefined ? { party, line } : null
}

/** Which year's share of which row a key stands for; null when it is no such key. */
export function readShareKey(key: string): { readonly year: number; readonly line: string } | null {
  const [, year, line] = sharePattern.exec(key) ?? []
  return year !== undefined && line !== undefined ? { year: Number(year), line } : null
}
