import type { Page, WebSocketRoute } from 'playwright-core'
import * as Y from 'yjs'
import { GuardedDocument } from '../../server/sync/guard/GuardedDocument.ts'
import { anyMarks } from '../../server/sync/guard/marks.ts'
import { rootsOf } from '../../shared/document/roots.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { closeReasons } from '../../shared/sync/closeReason.ts'
import { decodeFrame, encodeFrame } from '../../shared/sync/frame.ts'

/**
 * Sections of a document that one person may not write in, decided on the wire between her page and the program: the
 * server's own guard looks at each update that her page sends, and what it does not let through is refused as the
 * server refuses.
 */
export class ClosedSections {
  /** Keys of the sections that are closed now. */
  readonly closed = new Set<string>()
  /** A frame that is larger ends her line, as a proxy with a limit of its own would end it. */
  largestFrameBytes = Number.POSITIVE_INFINITY
  /** How often something has been refused. */
  refusals = 0
  readonly #doc = new Y.Doc()
  readonly #guarded: GuardedDocument

  private constructor(form: FormTemplate, state: Uint8Array) {
    Y.applyUpdate(this.#doc, state)
    this.#guarded = new GuardedDocument(this.#doc, rootsOf(form))
  }

  /** Stands before a page that has not been opened yet. `state` is what the server has. */
  static async before(page: Page, form: FormTemplate, state: Uint8Array): Promise<ClosedSections> {
    const sections = new ClosedSections(form, state)
    await page.routeWebSocket(/\/sync\//, socket => sections.#stand(socket))
    return sections
  }

  #stand(page: WebSocketRoute): void {
    const server = page.connectToServer()
    let sent = 0
    let acknowledged = 0
    let refused: number | null = null
    const refuseInTurn = () => {
      if (refused === null || acknowledged < refused - 1) return
      this.refusals += 1
      const frame = encodeFrame({ kind: 'refused', count: refused, refusal: 'mayNotWrite' })
      page.send(Buffer.from(frame))
      void page.close({ code: closeReasons.updateRefused.code, reason: 'updateRefused' })
      void server.close()
    }
    page.onMessage(message => {
      if (refused !== null) return
      if (message.length > this.largestFrameBytes) {
        this.refusals += 1
        void page.close({ code: closeReasons.frameTooLarge.code })
        void server.close()
        return
      }
      const frame = decodeFrame(bytesOf(message))
      if (frame?.kind === 'update') {
        sent += 1
        if (!this.#letsIn(frame.update)) {
          refused = sent
          refuseInTurn()
          return
        }
      }
      server.send(message)
    })
    server.onMessage(message => {
      const frame = decodeFrame(bytesOf(message))
      if (frame?.kind === 'syncStep2' || frame?.kind === 'update') Y.applyUpdate(this.#doc, frame.update)
      if (frame?.kind === 'acknowledged') acknowledged = frame.count
      page.send(message)
      refuseInTurn()
    })
  }

  #letsIn(update: Uint8Array): boolean {
    const verdict = this.#guarded.check(update, {
      mayWriteAs: () => true,
      mayTouch: section => !this.closed.has(section),
      mayMark: anyMarks,
    })
    if (verdict.ok && !verdict.nothingNew) this.#guarded.apply(update)
    return verdict.ok
  }
}

function bytesOf(message: string | Buffer): Uint8Array {
  return typeof message === 'string' ? new Uint8Array() : new Uint8Array(message)
}
