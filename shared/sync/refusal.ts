/**
 * Why the guard refused an update. The client shows its words for each; the log counts them.
 *
 * - `malformed`: the bytes are not an update, or not one that an editor makes.
 * - `gap`: an item does not continue its client's clock, or refers to something that does not exist.
 * - `foreignClient`: an item is written under a client id of another person.
 * - `unknownRoot`: an item goes into a root that this form does not have (so also: headings, the agreement).
 * - `unknownNode`, `unknownMark`, `unknownAttribute`: the text schema does not have it.
 * - `wrongShape`: a key or a value that the section's shape does not allow.
 * - `tooDeep`: nested deeper than 20.
 * - `documentFull`: the document has as many bytes as one may have, and only what takes away is let in; or she has
 *   opened it as many times as one person may.
 * - `mayNotWrite`: it changes a section, or a party's part of one, that this person may not write now.
 */
export const refusals = [
  'malformed',
  'gap',
  'foreignClient',
  'unknownRoot',
  'unknownNode',
  'unknownMark',
  'unknownAttribute',
  'wrongShape',
  'tooDeep',
  'documentFull',
  'mayNotWrite',
] as const

export type Refusal = (typeof refusals)[number]
