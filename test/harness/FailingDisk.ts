import { vi } from 'vitest'
import { nodeFileSystem } from '../../server/storage/nodeFileSystem.ts'

/** The disk of this process, which refuses to sync files on demand. To be made before the server is started. */
export class FailingDisk {
  /** Paths of the files that it syncs no more. */
  failing: RegExp | null = null

  constructor() {
    const { open, syncData } = nodeFileSystem
    /** What a file that is open was opened as. */
    const paths = new Map<number, string>()
    vi.spyOn(nodeFileSystem, 'open').mockImplementation(async (path, flags) => {
      const file = await open.call(nodeFileSystem, path, flags)
      paths.set(file, path)
      return file
    })
    vi.spyOn(nodeFileSystem, 'syncData').mockImplementation(async file => {
      if (this.failing?.test(paths.get(file) ?? '')) {
        throw Object.assign(new Error('i/o error'), { code: 'EIO' })
      }
      await syncData.call(nodeFileSystem, file)
    })
  }

  /** It is as before it was made. */
  restore(): void {
    vi.restoreAllMocks()
  }
}
