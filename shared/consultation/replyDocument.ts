import type { RootShape } from '../document/roots.ts'
import { stances } from '../http/replies.ts'

/**
 * The small live document in which a party writes its *remissvar* together: its roots and what stands in them. The guard,
 * the seed and the page read the same. It is frozen into a record (`Reply`) when it is sent.
 *
 * - `stance.stance`: the *ställningstagande*, null until it is chosen.
 * - `summary.text`: the *sammanfattning*, prose.
 * - `remarks`: items in order. `section` is a key of the form, null for the whole; `thread` the comment it was made of,
 *   and `quote` its words, which the server reads anew when the answer is sent.
 * - `attachments`: items in order; a file counts when its bytes have been given to the server.
 */
export const replyRoots: ReadonlyMap<string, RootShape> = new Map<string, RootShape>([
  ['stance', { type: 'fields', fixed: { stance: { is: 'oneOf', values: stances } } }],
  ['summary', { type: 'fields', fixed: { text: { is: 'prose' } } }],
  [
    'remarks',
    {
      type: 'fields',
      fixed: {},
      items: {
        section: { is: 'line', maxLength: 64 },
        thread: { is: 'line', maxLength: 32 },
        quote: { is: 'line', maxLength: 500 },
        text: { is: 'prose' },
        wording: { is: 'prose' },
      },
    },
  ],
  [
    'attachments',
    {
      type: 'fields',
      fixed: {},
      items: {
        name: { is: 'line', maxLength: 200 },
        hash: { is: 'line', maxLength: 64 },
        sizeBytes: { is: 'wholeNumber', max: 20_000_000 },
      },
    },
  ],
])
