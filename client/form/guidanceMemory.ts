/** What one reader has done with the help under one heading. `used` is: has written there, with the help open. */
type Remembered = 'used' | 'open' | 'folded'

/**
 * Remembers help per reader in the browser: open until she has written in the section, then as she left it.
 * Without a storage, or with a full one, nothing is remembered and help is open again.
 */
export class GuidanceMemory {
  readonly #storage: Storage | null
  readonly #key: string

  constructor(storage: Storage | null, personId: string, formId: string, section: string) {
    this.#storage = storage
    this.#key = `samskriv.help.${personId}.${formId}.${section}`
  }

  isOpen(): boolean {
    const remembered = this.#read()
    return remembered === null || remembered === 'open'
  }

  used(): void {
    if (this.#read() === null) this.#write('used')
  }

  turned(open: boolean): void {
    this.#write(open ? 'open' : 'folded')
  }

  #read(): string | null {
    return this.#storage?.getItem(this.#key) ?? null
  }

  #write(what: Remembered): void {
    try {
      this.#storage?.setItem(this.#key, what)
    } catch {
      // Full: nothing is remembered.
    }
  }
}
