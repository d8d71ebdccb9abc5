import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { form2024 as form } from '../../shared/form/forms/2024/form.ts'
import { Visitor } from '../../test/harness/rawClient.ts'
import { startServerProcess } from '../../test/harness/serverProcess.ts'
import { colleagues, contentsOfPages, inDataFolder } from '../documents.ts'
import { percentile, rounded } from '../statistics.ts'

/** How long others wait for *Sparat*, in milliseconds. */
export interface Waits {
  readonly p50: number
  readonly p99: number
  readonly longest: number
}

export interface MeasuredWaits {
  readonly nothing: Waits
  /** While one file after the other is fetched. */
  readonly while: Readonly<Record<string, Waits>>
}

/** A key in so many milliseconds. */
const keyMs = 20
const keys = 250

/**
 * The real program: Karim types in another ansökan, and every key of his is timed until it is acknowledged, while Anna
 * fetches files and while she does not.
 */
export async function measureWaits(dataDir: string, pages: readonly number[]): Promise<MeasuredWaits> {
  const ids = await inDataFolder(dataDir, async applications => {
    const laid = new Map<number, string>()
    for (const count of [0, ...pages]) {
      const contents = count === 0 ? {} : contentsOfPages(count)
      laid.set(count, await applications.create(form, 'anna@heby', contents, {}, colleagues))
    }
    return laid
  })
  const server = await startServerProcess({ DATA_DIR: dataDir })
  try {
    const anna = await Visitor.enter(server.origin, 'anna')
    const karim = await Visitor.enter(server.origin, 'karim')
    const typing = async () => await type(karim, ids.get(0) ?? '')
    await typing()
    const nothing = await typing()
    const during: Record<string, Waits> = {}
    for (const format of ['docx', 'pdf']) {
      for (const count of pages) {
        const address = `/api/applications/${ids.get(count)}/application.${format}`
        const fetching = new AbortController()
        const fetched = fetchOn(anna, address, fetching.signal)
        during[`${format}, ${count} pages`] = await typing()
        fetching.abort()
        await fetched
      }
    }
    return { nothing, while: during }
  } finally {
    await server.stop()
  }
}

async function fetchOn(visitor: Visitor, address: string, enough: AbortSignal): Promise<void> {
  while (!enough.aborted) {
    const answer = await visitor.get(address)
    if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}.`)
    await answer.arrayBuffer()
  }
}

async function type(visitor: Visitor, id: string): Promise<Waits> {
  const line = await visitor.join(id)
  const text = new Y.XmlText()
  await line.write(doc => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    doc.getXmlFragment('background').push([paragraph])
  })
  const waited: number[] = []
  for (let key = 0; key < keys; key += 1) {
    const begun = performance.now()
    await line.write(() => text.insert(text.length, 'a'))
    const ms = performance.now() - begun
    waited.push(ms)
    await pause(Math.max(0, keyMs - ms))
  }
  await line.close()
  return {
    p50: rounded(percentile(waited, 50), 2),
    p99: rounded(percentile(waited, 99), 1),
    longest: rounded(Math.max(...waited)),
  }
}
