/** A set of identities of Yjs items, as ranges per client. Ranges that are added in order are joined. */
export class IdRanges {
  readonly #ranges = new Map<number, { from: number; to: number }[]>()

  add(client: number, from: number, length: number): void {
    if (length === 0) return
    const ranges = this.#ranges.get(client)
    const last = ranges?.at(-1)
    if (last && last.to === from) last.to += length
    else if (ranges) ranges.push({ from, to: from + length })
    else this.#ranges.set(client, [{ from, to: from + length }])
  }

  has(client: number, clock: number): boolean {
    return this.#ranges.get(client)?.some(({ from, to }) => from <= clock && clock < to) ?? false
  }

  meets(client: number, from: number, length: number): boolean {
    return this.#ranges.get(client)?.some(range => range.from < from + length && from < range.to) ?? false
  }
}
