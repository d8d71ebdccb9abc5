import { afterEach, describe, expect, it } from 'vitest'
import { Visitor } from '../../harness/rawClient.ts'
import { type ServerProcess, startServerProcess } from '../../harness/serverProcess.ts'

/** What makes a program fault somewhere, where nobody catches it, when it is sent SIGUSR2. */
const faults = {
  'is thrown': 'throw new Error("hemlis4711")',
  'is a promise’s': 'Promise.reject(new Error("hemlis4711"))',
}

let server: ServerProcess
afterEach(async () => await server.dispose())

describe('a fault that nobody catches', () => {
  it.each(Object.entries(faults))(
    'and that %s tells people to come back, ends the program, and loses nothing',
    async (_how, fault) => {
      const module = encodeURIComponent(`process.on("SIGUSR2", () => { ${fault} })`)
      server = await startServerProcess({ NODE_OPTIONS: `--import=data:text/javascript,${module}` })
      const anna = await Visitor.enter(server.origin, 'anna')
      const id = await anna.newApplication()
      const line = await anna.join(id)
      await line.write(doc => doc.getMap('budgetAmount').set('total', 4711))
      expect(await server.endBy('SIGUSR2')).toBe(1)
      expect((await line.closed).reason).toBe('serverStopping')
      expect(server.output()).toContain('"event":"uncaught"')
      expect(server.output()).not.toContain('hemlis')
      await server.restart()
      const again = await anna.join(id)
      expect(again.doc.getMap('budgetAmount').get('total')).toBe(4711)
      await again.close()
    },
    20_000,
  )
})
