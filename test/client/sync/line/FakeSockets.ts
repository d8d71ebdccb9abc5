import { encodeFrame, type Frame } from '../../../../shared/sync/frame.ts'

/** Sockets in the place of the browser's: they do what the test says. */
export class FakeSockets {
  readonly all: FakeSocket[] = []
  /** Takes the place of `WebSocket`. */
  readonly WebSocket: unknown

  constructor() {
    const { all } = this
    this.WebSocket = class extends FakeSocket {
      constructor(url: string) {
        super(url)
        all.push(this)
      }
    }
  }

  get last(): FakeSocket {
    const last = this.all.at(-1)
    if (!last) throw new Error('No socket has been tried.')
    return last
  }
}

export class FakeSocket {
  static readonly OPEN = 1
  readonly url: string
  readonly sent: Uint8Array[] = []
  readyState = 0
  isLetGo = false
  binaryType = 'blob'
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null

  constructor(url: string) {
    this.url = url
  }

  send(bytes: Uint8Array): void {
    this.sent.push(bytes)
  }

  close(): void {
    this.isLetGo = true
  }

  open(): void {
    this.readyState = FakeSocket.OPEN
    this.onopen?.()
  }

  say(frame: Frame): void {
    this.onmessage?.({ data: encodeFrame(frame).buffer })
  }

  fail(code = 1006): void {
    this.readyState = 3
    this.onclose?.({ code })
  }
}
