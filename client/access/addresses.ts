import { addressSchema } from '../../shared/http/access.ts'

/** Something written that is meant to be an address and is none. */
export interface NoAddress {
  readonly written: string
  /** What was probably meant; null when that cannot be told. */
  readonly meant: string | null
}

export interface Addresses {
  /** In lower case, each once, in the order they stand. */
  readonly addresses: readonly string[]
  readonly faults: readonly NoAddress[]
  /** What is no address and was not meant to be one: a name to look for, say. */
  readonly rest: string
}

/**
 * The addresses in what somebody has written or pasted: apart by comma, semicolon, line break or space, with names
 * around them as mail programs write them (`Anna Ek <anna@heby.example>`). An address with a space in it, as people
 * write them by mistake («anna@heby kommun.example»), is told with the one that was probably meant.
 */
export function addressesIn(written: string): Addresses {
  const addresses = new Set<string>()
  const faults: NoAddress[] = []
  const rest: string[] = []
  for (const piece of piecesOf(written)) {
    const address = addressOf(namedAddress(piece) ?? piece)
    const words = piece.split(/\s+/).map(addressOf)
    if (address !== null) addresses.add(address)
    else if (words.every(word => word !== null)) for (const word of words) addresses.add(word)
    else if (!piece.includes('@')) rest.push(piece)
    else faults.push({ written: piece, meant: addressOf(piece.replaceAll(/\s+/g, '')) })
  }
  return { addresses: [...addresses], faults, rest: rest.join(', ') }
}

/** A comma may also stand in a name before its address: `Lindholm, Anna <anna@heby.example>; …`. */
function piecesOf(written: string): string[] {
  return written
    .split(/[;\n\r\t]+/)
    .flatMap(part =>
      namedAddress(part) !== null && part.indexOf('@') === part.lastIndexOf('@') ? [part] : part.split(','),
    )
    .map(piece => piece.trim())
    .filter(piece => piece !== '')
}

function namedAddress(piece: string): string | null {
  return /<([^<>]*)>\s*$/.exec(piece)?.[1] ?? null
}

function addressOf(written: string): string | null {
  const read = addressSchema.safeParse(written.replace(/^mailto:/i, ''))
  return read.success ? read.data : null
}
