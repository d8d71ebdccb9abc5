import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** What came back on a connection: the answers' heads and bodies as they were written. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A connection on which anything can be written, also what is no request. */
export class RawHttp {
  readonly #socket: Socket
  /** Resolves with all that came when the other side has ended the connection. */
  readonly ended: Promise<string>

  private constructor(socket: Socket) {
    this.#socket = socket
    let said = ''
    socket.setEncoding('latin1')
    socket.on('data', text => {
      said += text
    })
    // The other side may cut it; what came before that is what is asked for.
    socket.on('error', () => {})
    this.ended = new Promise(resolve => socket.on('close', () => resolve(said)))
  }

  static async open(origin: string): Promise<RawHttp> {
    const { hostname, port } = new URL(origin)
    const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname)
    const raw = new RawHttp(socket)
    await once(socket, 'connect')
    return raw
  }

  write(bytes: string | Uint8Array): void {
    if (this.#socket.writable) this.#socket.write(bytes)
  }

  close(): void {
    this.#socket.destroy()
  }
}

/** Writes something as a request, and reads the first answer; null when the line was cut without one. */
export async function ask(origin: string, request: string | Uint8Array): Promise<RawAnswer | null> {
  const raw = await RawHttp.open(origin)
  raw.write(request)
  return readAnswer(await raw.ended)
}

export function readAnswer(said: string): RawAnswer | null {
  const end = said.indexOf('\r\n\r\n')
  const [first = '', ...lines] = said.slice(0, end).split('\r\n')
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1]
  if (end === -1 || !status) return null
  const headers = lines.map(line => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  return { status: Number(status), headers: Object.fromEntries(headers), body: said.slice(end + 4) }
}
