import type { WatchedDisk } from './WatchedDisk.ts'

/** Why nobody should be sent here now. */
export type NotReady = 'stopping' | 'disk'

/** Whether the program can take people in: it is not stopping, and what they write can be kept. */
export class Readiness {
  readonly #disk: WatchedDisk
  readonly #probePath: string
  #stopping = false

  /** `probePath`: a file in the data folder that nobody else has, for finding out whether the disk takes it. */
  constructor(disk: WatchedDisk, probePath: string) {
    this.#disk = disk
    this.#probePath = probePath
  }

  /** From now on it is not. */
  stop(): void {
    this.#stopping = true
  }

  /** Empty when it is ready. */
  async reasons(): Promise<NotReady[]> {
    if (this.#stopping) return ['stopping']
    return (await this.#disk.takes(this.#probePath)) ? [] : ['disk']
  }
}
