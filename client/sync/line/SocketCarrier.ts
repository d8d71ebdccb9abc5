import type { Carrier, CarrierEvents } from './Carrier.ts'

/** A WebSocket. */
export class SocketCarrier implements Carrier {
  readonly way = 'socket'
  readonly #socket: WebSocket

  /** `path` begins with `/`. */
  constructor(path: string, events: CarrierEvents) {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const socket = new WebSocket(`${scheme}://${location.host}${path}`)
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => events.opened()
    socket.onmessage = ({ data }) => events.heard(data instanceof ArrayBuffer ? [new Uint8Array(data)] : [])
    socket.onclose = ({ code }) => events.closed(code)
    this.#socket = socket
  }

  send(frame: Uint8Array<ArrayBuffer>): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(frame)
  }

  close(): void {
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null
    this.#socket.close()
  }
}
