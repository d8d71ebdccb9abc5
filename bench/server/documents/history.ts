import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { randomFrom } from '../../randomFrom.ts'

/** One thing done to a text: at a place, so many letters away, and these in their stead. */
export type Edit = readonly [at: number, deleted: number, inserted: string]

/** Where the keystroke history of a real paper lies, beside the repository, if somebody has put it there. */
const trace = new URL('../../../../shared/traces/automerge-paper.json.gz', import.meta.url)
const paperEdits = 260_000

interface Trace {
  readonly txns: readonly { readonly patches: readonly Edit[] }[]
}

/**
 * The history of a paper: of a real one (josephg/editing-traces, by Martin Kleppmann, CC BY 4.0) when it lies beside
 * the repository, otherwise one as long that is made up.
 */
export function paperHistory(): { readonly edits: readonly Edit[]; readonly isReal: boolean } {
  if (!existsSync(trace)) return { edits: madeUpHistory(paperEdits), isReal: false }
  const { txns } = JSON.parse(gunzipSync(readFileSync(trace)).toString()) as Trace
  return { edits: txns.flatMap(({ patches }) => patches), isReal: true }
}

/** Letters one by one, as people write: some words in one place, some taken back, then somewhere else. */
export function madeUpHistory(count: number): Edit[] {
  const random = randomFrom(count)
  const edits: Edit[] = []
  let length = 0
  let at = 0
  while (edits.length < count) {
    const place = random()
    if (place < 0.006) at = Math.floor(random() * (length + 1))
    if (at > 0 && place > 0.94) {
      at -= 1
      length -= 1
      edits.push([at, 1, ''])
    } else {
      edits.push([at, 0, random() < 0.16 ? ' ' : letter(random())])
      at += 1
      length += 1
    }
  }
  return edits
}

function letter(share: number): string {
  return String.fromCharCode(97 + Math.floor(share * 26))
}
