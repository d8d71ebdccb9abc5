import * as Y from 'yjs'
import { type RawClient, Visitor } from '../test/harness/rawClient.ts'

/**
 * Colleagues at their own computers, in a process of its own: they write in one document, about eight keys a second
 * each, and tell where their carets are. `typists.ts <origin> <person>…`; told what to do by messages.
 */
export type ToTypists =
  | { readonly write: string; readonly sections: readonly string[] }
  | { readonly stop: true }

const pauseMs = 125
const [origin = '', ...persons] = process.argv.slice(2)

const visitors = await Promise.all(persons.map(person => Visitor.enter(origin, person)))
let clients: RawClient[] = []
let timers: NodeJS.Timeout[] = []

process.on('message', (message: ToTypists) => {
  void ('stop' in message ? stop() : write(message.write, message.sections)).then(() =>
    process.send?.('done'),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.('done')

/** The first two write in the first section; the second of them in a paragraph of its own where there is one. */
async function write(id: string, sections: readonly string[]): Promise<void> {
  clients = await Promise.all(visitors.map(visitor => visitor.join(id)))
  timers = clients.map((client, place) => {
    const section = sections[Math.max(0, place - 1)] ?? ''
    const text = textIn(client.doc.getXmlFragment(section), place)
    let typed = 0
    return setInterval(() => {
      typed += 1
      text.insert(text.length, typed % 6 === 0 ? ' ' : 'abcdefgh'.charAt(typed % 8))
      const caret: unknown = Y.relativePositionToJSON(
        Y.createRelativePositionFromTypeIndex(text, text.length, -1),
      )
      client.sendPresence({ place: { section, anchor: caret, head: caret } }, typed)
    }, pauseMs + place)
  })
}

/** The text of the paragraph at `place`, or of the last one before it. */
function textIn(fragment: Y.XmlFragment, place: number): Y.XmlText {
  const paragraphs = fragment
    .toArray()
    .filter(child => child instanceof Y.XmlElement && child.nodeName === 'paragraph') as Y.XmlElement[]
  const texts = paragraphs.flatMap(paragraph =>
    paragraph.toArray().filter(child => child instanceof Y.XmlText),
  )
  const text = texts[Math.min(place, texts.length - 1)]
  if (!(text instanceof Y.XmlText)) throw new Error('There is no text to write in.')
  return text
}

async function stop(): Promise<void> {
  for (const timer of timers) clearInterval(timer)
  await Promise.all(clients.map(client => client.close()))
  timers = []
  clients = []
}
