/** How much of an Office file is looked at: a zip with parts of XML in it. */
export interface OfficeLimits {
  readonly entries: number
  /** Of all entries together, whether they are read or not. */
  readonly unpackedBytes: number
  /** How many times larger an entry may become; small ones may become whatever they like. */
  readonly ratio: number
  readonly ratioFreeBytes: number
  /** Of one part that is read as XML. */
  readonly xmlBytes: number
  readonly xmlDepth: number
  /** Of one part. */
  readonly xmlElements: number
}
