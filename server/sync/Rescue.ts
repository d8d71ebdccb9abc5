import type { ClientIds } from '../document/clientIds.ts'
import type { Author } from '../document/documentRecords.ts'
import type { LostPiece, RescuedTexts } from '../document/rescuedTexts.ts'
import type { AfterDisk } from './AfterDisk.ts'
import type { LostText } from './guard/lostText.ts'

interface RescueGround {
  readonly clientIds: ClientIds
  readonly rescued: RescuedTexts
}

/** Keeps for its authors what has lost its place in the text. */
export class Rescue {
  readonly #ground: RescueGround
  readonly #afterDisk: AfterDisk
  readonly #told: (owners: ReadonlySet<Author>) => void

  /** `told` is called with those whose text has been rescued, when all that came before is on disk. */
  constructor(ground: RescueGround, afterDisk: AfterDisk, told: (owners: ReadonlySet<Author>) => void) {
    this.#ground = ground
    this.#afterDisk = afterDisk
    this.#told = told
  }

  /** The records of it, which belong on disk before the update that it was lost by. */
  keep(lost: readonly LostText[]): Promise<void>[] {
    const pieces: LostPiece[] = lost.flatMap(({ clientId, section, text, block }) => {
      const owner = this.#ground.clientIds.ownerOf(clientId)
      return owner ? [{ owner, section, text, block }] : []
    })
    return pieces.length > 0 ? [this.#ground.rescued.keepReplaced(pieces)] : []
  }

  /** Tells its authors; to be called after the update has been given to the disk. */
  tell(lost: readonly LostText[]): void {
    const owners = new Set(lost.flatMap(({ clientId }) => this.#ground.clientIds.ownerOf(clientId) ?? []))
    if (owners.size > 0) this.#afterDisk.add([], () => this.#told(owners))
  }
}
