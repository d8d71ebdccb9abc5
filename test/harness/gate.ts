import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/**
 * What the network between one person and the program lets through.
 *
 * `open`: everything. `held`: what is said on sockets waits, in both directions, and nobody is told; a new one is not
 * even answered. `mute`: they open, and then are held. `noSockets`: ordinary requests only, as behind a proxy that
 * knows no WebSocket. `buffered`: the same, and an answer is passed on when all of it has come. `shut`: nothing, as
 * in a tunnel.
 */
type Passage = 'open' | 'held' | 'mute' | 'noSockets' | 'buffered' | 'shut'

export type Loss = 'nothing' | 'request' | 'answer'

interface Tunnel {
  readonly page: Duplex
  readonly program: Socket
}

/** A proxy of one's own in front of the program, to be shut and opened as a network is. */
export class Gate {
  /** Where a page finds the program through this gate. */
  readonly origin: string
  readonly #program: URL
  readonly #server: Server
  readonly #connections = new Set<Duplex>()
  readonly #tunnels = new Set<Tunnel>()
  #passage: Passage = 'open'
  /** Method and path of the ordinary requests that have come. */
  readonly asked: string[] = []
  /** What is lost of an ordinary request, asked for each. */
  loses: (path: string) => Loss = () => 'nothing'

  private constructor(program: string, server: Server) {
    this.#program = new URL(program)
    this.#server = server
    this.origin = `http://localhost:${(server.address() as AddressInfo).port}`
    server.on('connection', connection => {
      this.#connections.add(connection)
      connection.on('close', () => this.#connections.delete(connection))
      // Cut on purpose; the other side hears of it by its own close.
      connection.on('error', () => {})
      if (this.#passage === 'shut') connection.destroy()
    })
    server.on('request', (asked: IncomingMessage, answer: ServerResponse) => this.#passOn(asked, answer))
    server.on('upgrade', (asked: IncomingMessage, page: Duplex, head: Buffer) => {
      this.#openTunnel(asked, page, head)
    })
  }

  /** Opens a gate in front of the program at `origin`, which may come and go behind it. */
  static async before(origin: string): Promise<Gate> {
    const server = createServer()
    server.listen(0, 'localhost')
    await once(server, 'listening')
    return new Gate(origin, server)
  }

  let(passage: Passage): void {
    this.#passage = passage
    if (passage === 'shut') for (const connection of this.#connections) connection.destroy()
    else for (const tunnel of this.#tunnels) this.#arrange(tunnel)
    if (passage === 'noSockets' || passage === 'buffered')
      for (const { page } of this.#tunnels) page.destroy()
  }

  close(): void {
    this.let('shut')
    this.#server.close()
  }

  #passOn(asked: IncomingMessage, answer: ServerResponse): void {
    const { hostname, port } = this.#program
    const { method = 'GET', url: path = '/' } = asked
    this.asked.push(`${method} ${path}`)
    const loss = this.loses(path)
    if (loss === 'request') {
      answer.destroy()
      return
    }
    // A connection for each request, so that none is left over from a program that has been killed.
    const onward = request({ hostname, port, method, path, headers: this.#headers(asked), agent: false })
    onward.on('response', response => {
      if (loss === 'nothing') this.#passBack(response, answer)
      else response.resume().on('end', () => answer.destroy())
    })
    // The program is away: so is the answer.
    onward.on('error', () => answer.destroy())
    answer.on('close', () => onward.destroy())
    asked.pipe(onward)
  }

  #passBack(response: IncomingMessage, answer: ServerResponse): void {
    const head = [response.statusCode ?? 502, response.headers] as const
    if (this.#passage !== 'buffered') {
      answer.writeHead(...head)
      response.pipe(answer)
      return
    }
    const whole: Buffer[] = []
    response.on('error', () => answer.destroy())
    response.on('data', (data: Buffer) => whole.push(data))
    response.on('end', () => {
      answer.writeHead(...head)
      answer.end(Buffer.concat(whole))
    })
  }

  #openTunnel(asked: IncomingMessage, page: Duplex, head: Buffer): void {
    if (this.#passage === 'noSockets' || this.#passage === 'buffered') {
      page.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      return
    }
    const { hostname, port } = this.#program
    const program = connect({ host: hostname, port: Number(port) })
    const tunnel = { page, program }
    this.#tunnels.add(tunnel)
    const end = () => {
      this.#tunnels.delete(tunnel)
      page.destroy()
      program.destroy()
    }
    for (const side of [page, program]) side.on('error', end).on('close', end)
    const headers = Object.entries(this.#headers(asked)).map(([name, value]) => `${name}: ${value}\r\n`)
    program.write(`GET ${asked.url} HTTP/1.1\r\n${headers.join('')}\r\n`)
    program.write(head)
    page.on('data', data => program.write(data))
    if (this.#passage === 'mute') this.#answerOnly(tunnel)
    else {
      program.on('data', data => page.write(data))
      this.#arrange(tunnel)
    }
  }

  /** Lets through that the socket is open, and not a byte more. */
  #answerOnly(tunnel: Tunnel): void {
    const { page, program } = tunnel
    program.once('data', (data: Buffer) => {
      const end = data.indexOf('\r\n\r\n') + 4
      page.write(data.subarray(0, end))
      this.#arrange(tunnel)
      program.unshift(data.subarray(end))
      program.on('data', more => page.write(more))
    })
  }

  #arrange({ page, program }: Tunnel): void {
    for (const side of [page, program]) {
      if (this.#passage === 'held' || this.#passage === 'mute') side.pause()
      else side.resume()
    }
  }

  /** The program is told its own address, as by a proxy that it trusts. */
  #headers({ headers }: IncomingMessage): Record<string, string> {
    const { host, origin } = this.#program
    const kept = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as const],
    )
    return { ...Object.fromEntries(kept), host, ...(headers.origin === undefined ? {} : { origin }) }
  }
}
