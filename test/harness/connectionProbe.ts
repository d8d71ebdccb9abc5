import dgram from 'node:dgram'
import dns from 'node:dns'
import { writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { isMainThread } from 'node:worker_threads'

/**
 * Loaded into a server's process and its threads (`node --import`): says among what it prints that it is there, and
 * whatever any of it wants to connect to or asks the address of. No part of the program.
 */
const errors = 2
writeSync(errors, `watched: ${isMainThread ? 'program' : 'thread'}\n`)

tell(net.Socket.prototype, 'connect')
tell(dgram.Socket.prototype, 'send')
tell(dgram.Socket.prototype, 'connect')
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6'] as const) {
  tell(dns, name)
  tell(dns.promises, name)
}
syncBuiltinESMExports()

/** Has a function say that it is called, and with what. */
function tell(of: object, name: string): void {
  const called: unknown = Reflect.get(of, name)
  if (typeof called !== 'function') throw new Error(`There is no ${name}.`)
  Reflect.set(of, name, function (this: unknown, ...given: unknown[]): unknown {
    writeSync(errors, `outward: ${name} ${JSON.stringify(given.filter(one => typeof one !== 'function'))}\n`)
    return Reflect.apply(called, this, given)
  })
}
