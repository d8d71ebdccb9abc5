import type { FileSystem } from '../storage/FileSystem.ts'
import { Histogram } from './Histogram.ts'

/** A probe, or anything that was written, is believed for so long. */
const believedMs = 5_000
/** A disk that has not answered a probe by now does not answer. */
const probeMaxMs = 5_000
/** Enough that a full disk says no. */
const probeBytes = 4096
/** From a tenth of a millisecond, a quick disk, to ten seconds, one that is about to fail. */
const syncBounds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 10]

/**
 * The disk, watched: how long its syncs take, how often it fails, and whether it takes what is written now.
 * Everything else passes through.
 */
export class WatchedDisk {
  readonly fileSystem: FileSystem
  /** How long each sync of a file took, in seconds. */
  readonly syncs = new Histogram(syncBounds)
  /** Writes and syncs that failed. */
  faults = 0
  readonly #now: () => number
  #last = { isGood: false, at: Number.NEGATIVE_INFINITY }
  #probing: Promise<boolean> | null = null

  constructor(disk: FileSystem, now: () => number) {
    this.#now = now
    this.fileSystem = {
      ...disk,
      write: (file, bytes, position) => this.#watch(disk.write(file, bytes, position), false),
      syncData: async file => {
        const began = performance.now()
        await this.#watch(disk.syncData(file), true)
        this.syncs.observe((performance.now() - began) / 1000)
      },
    }
  }

  /** True when the disk takes what is written: what was last synced did, or else a probe written to `path` does. */
  async takes(path: string): Promise<boolean> {
    if (this.#last.isGood && this.#now() - this.#last.at < believedMs) return true
    // One at a time, however many ask, and also when it hangs.
    this.#probing ??= this.#probe(path).finally(() => {
      this.#probing = null
    })
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<boolean>(resolve => {
      timer = setTimeout(() => resolve(false), probeMaxMs)
    })
    try {
      return await Promise.race([this.#probing, late])
    } finally {
      clearTimeout(timer)
    }
  }

  async #probe(path: string): Promise<boolean> {
    try {
      const file = await this.fileSystem.open(path, 'w')
      try {
        await this.fileSystem.write(file, new Uint8Array(probeBytes), 0)
        await this.fileSystem.syncData(file)
      } finally {
        await this.fileSystem.close(file)
      }
      await this.fileSystem.unlink(path)
      return true
    } catch {
      // What it said is counted in `faults`; whoever asks only wants to know whether.
      return false
    }
  }

  /** A sync that goes well makes the disk good; anything that fails makes it bad until then. */
  async #watch<T>(work: Promise<T>, isSync: boolean): Promise<T> {
    try {
      const result = await work
      if (isSync) this.#last = { isGood: true, at: this.#now() }
      return result
    } catch (fault) {
      this.faults += 1
      this.#last = { isGood: false, at: this.#now() }
      throw fault
    }
  }
}
