import { itemsIn } from '../../shared/document/items.ts'
import { type RawClient, Visitor } from '../../test/harness/rawClient.ts'
import type { ToTypists } from '../typists.ts'

/**
 * Colleagues at their own computers, in a process of its own: each fills in a column of the budget, two amounts a
 * second, and tells which cell she is in. `cellTypists.ts <origin> <person>…`; told what to do by messages.
 */
const pauseMs = 500
const [origin = '', ...persons] = process.argv.slice(2)

const visitors = await Promise.all(persons.map(person => Visitor.enter(origin, person)))
let clients: RawClient[] = []
let timers: NodeJS.Timeout[] = []

process.on('message', (message: ToTypists) => {
  void ('stop' in message ? stop() : write(message.write)).then(() => process.send?.('done'))
})
process.on('disconnect', () => process.exit(0))
process.send?.('done')

/** Each in the column of a partner, from another row. */
async function write(id: string): Promise<void> {
  clients = await Promise.all(visitors.map(visitor => visitor.join(id)))
  timers = clients.map((client, place) => {
    const root = client.doc.getMap('budget')
    const party = itemsIn(client.doc.getMap('partners'))[place]?.key
    const rows = itemsIn(root).map(({ key }) => key)
    if (party === undefined || rows.length === 0) throw new Error('There is no column to write in.')
    let typed = 0
    return setInterval(
      () => {
        typed += 1
        const field = `${party}.${rows[(place * 40 + typed) % rows.length]}`
        client.sendPresence({ place: { section: 'budget', field } }, typed)
        root.set(field, 1_000 * (1 + ((typed * 7 + place) % 900)))
      },
      pauseMs + place * 13,
    )
  })
}

async function stop(): Promise<void> {
  for (const timer of timers) clearInterval(timer)
  await Promise.all(clients.map(client => client.close()))
  timers = []
  clients = []
}
