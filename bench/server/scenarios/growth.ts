import { percentile } from '../../statistics.ts'
import { madeUpHistory } from '../documents/history.ts'
import { emptyDocument, writtenDocument } from '../documents/writtenDocument.ts'
import { idleDocumentsNamed, memoryPerDocumentKb } from './idleDocuments.ts'
import { latenciesOf } from './latency.ts'
import { openMs, warmUpReader } from './longHistory.ts'
import type { Row, Scenario } from './Scenario.ts'

const histories = [1_000, 10_000, 100_000] as const
const crowds = [10, 100, 500] as const
const documentCounts = [100, 1_000] as const
const measuredMs = 2_500

/** Told, not compared: how our own cost grows. */
function told(figure: string, title: string, decimals = 2): Row {
  return { figure, title, decimals, better: null, aims: [] }
}

/** Latency must not depend on how much has been written before. */
export const growthOfHistory: Scenario = {
  name: 'growth-history',
  contestants: ['samskriv'],
  once: true,
  rows: histories.flatMap(edits => [
    told(`p50 after ${edits}`, `latency p50, 4 people, history of ${edits} edits (ms)`),
    told(`open after ${edits}`, `later opens, history of ${edits} edits (ms)`, 1),
  ]),
  documents: () => histories.map(edits => writtenDocument(`history-${edits}`, madeUpHistory(edits))),
  async measure({ start }) {
    const contestant = await start()
    warmUpReader()
    const figures: Record<string, number> = {}
    for (const edits of histories) {
      const name = `history-${edits}`
      await openMs(contestant, name)
      figures[`open after ${edits}`] = await openMs(contestant, name)
      figures[`p50 after ${edits}`] = percentile(await latenciesOf(contestant, name, 4, measuredMs), 50)
    }
    return figures
  },
}

export const growthOfPeople: Scenario = {
  name: 'growth-people',
  contestants: ['samskriv'],
  once: true,
  rows: crowds.flatMap(people => [
    told(`p50 of ${people}`, `latency p50, ${people} people, 4 typing (ms)`),
    told(`p99 of ${people}`, `latency p99, ${people} people, 4 typing (ms)`),
    told(`processor of ${people}`, `processor time per 1 000 delivered, ${people} people, 4 typing (ms)`),
  ]),
  documents: () => crowds.map(people => emptyDocument(`crowd-${people}`)),
  async measure({ start }) {
    const contestant = await start()
    const figures: Record<string, number> = {}
    for (const people of crowds) {
      const before = contestant.process.processorMs()
      const latencies = await latenciesOf(contestant, `crowd-${people}`, people, measuredMs)
      const spentMs = contestant.process.processorMs() - before
      figures[`p50 of ${people}`] = percentile(latencies, 50)
      figures[`p99 of ${people}`] = percentile(latencies, 99)
      figures[`processor of ${people}`] = (1000 * spentMs) / latencies.length
    }
    return figures
  },
}

/** Memory of a document must not depend on how many there are. */
export const growthOfDocuments: Scenario = {
  name: 'growth-documents',
  contestants: ['samskriv'],
  once: true,
  rows: documentCounts.map(count =>
    told(`of ${count}`, `memory per open idle document of 40 kB text, ${count} open (kB)`, 0),
  ),
  documents: () => [emptyDocument('lobby'), ...idleDocumentsNamed(Math.max(...documentCounts))],
  async measure({ start }) {
    const figures: Record<string, number> = {}
    for (const count of documentCounts) {
      const contestant = await start()
      figures[`of ${count}`] = await memoryPerDocumentKb(contestant, count)
      await contestant.process.kill()
    }
    return figures
  },
}
