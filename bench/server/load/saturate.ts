import { setTimeout as pause } from 'node:timers/promises'
import type { ServerProcess } from '../contestants/ServerProcess.ts'
import { loadProcessorMs } from './loadProcessorMs.ts'
import type { Person } from './Person.ts'

export interface Saturation {
  /** Keystrokes that each may have on their way to the next person in her document. */
  readonly window: number
  readonly warmUpMs: number
  readonly measuredMs: number
}

export interface Delivered {
  /** Keystrokes times people that they have come to, without their writers. */
  readonly perSecond: number
  /** The server's processor time for a thousand of them. */
  readonly processorMsPerThousand: number
  /** How busy a processor was with the server, and with the load: 1 is one whole processor. */
  readonly serverShare: number
  readonly loadShare: number
}

/**
 * Everybody types as much as the server takes: as soon as her keystrokes have come to the next person in the
 * document, she types as many again. People of one document are one group.
 */
export async function saturate(
  server: ServerProcess,
  groups: readonly (readonly Person[])[],
  { window, warmUpMs, measuredMs }: Saturation,
): Promise<Delivered> {
  let goesOn = true
  const people = groups.flat()
  for (const group of groups) {
    for (const [place, person] of group.entries()) {
      const writer = group[(place + group.length - 1) % group.length]
      if (!writer) continue
      let arrived = 0
      person.ears = {
        keystrokes: (client, _clock, length) => {
          if (client === writer.typing.client) arrived += length
        },
        afterRead: () => {
          if (arrived === 0 || !goesOn) return
          writer.type(arrived)
          arrived = 0
        },
      }
    }
  }
  for (const person of people) person.type(window)
  await pause(warmUpMs)
  const before = take(server, people)
  await pause(measuredMs)
  const after = take(server, people)
  goesOn = false
  const delivered = after.heard - before.heard
  const elapsedMs = after.at - before.at
  const serverMs = after.serverMs - before.serverMs
  return {
    perSecond: (1000 * delivered) / elapsedMs,
    processorMsPerThousand: (1000 * serverMs) / delivered,
    serverShare: serverMs / elapsedMs,
    loadShare: (after.loadMs - before.loadMs) / elapsedMs,
  }
}

function take(server: ServerProcess, people: readonly Person[]) {
  return {
    at: performance.now(),
    heard: people.reduce((sum, person) => sum + person.heardKeystrokes, 0),
    serverMs: server.processorMs(),
    loadMs: loadProcessorMs(),
  }
}
