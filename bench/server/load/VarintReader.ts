/** Reads bytes as lib0 writes them, without a copy and without throwing: beyond the end there are zeroes. */
export class VarintReader {
  at: number
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes
    this.at = start
  }

  byte(): number {
    const byte = this.#bytes[this.at] ?? 0
    this.at += 1
    return byte
  }

  number(): number {
    let value = 0
    let unit = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 0x7f) * unit
      if (byte < 0x80) return value
      unit *= 128
    }
  }

  /** Passes over a length and as many bytes. */
  skipCounted(): void {
    const length = this.number()
    this.at += length
  }
}
