import { growthOfDocuments, growthOfHistory, growthOfPeople } from './growth.ts'
import { idleConnections } from './idleConnections.ts'
import { idleDocuments } from './idleDocuments.ts'
import { kills } from './kills.ts'
import { latency } from './latency.ts'
import { longHistory } from './longHistory.ts'
import { manyDocuments } from './manyDocuments.ts'
import { oneDocument } from './oneDocument.ts'
import { reconnect } from './reconnect.ts'
import type { Scenario } from './Scenario.ts'

/** In the order of the tables. */
export const scenarios: readonly Scenario[] = [
  oneDocument,
  manyDocuments,
  latency,
  idleDocuments,
  idleConnections,
  longHistory,
  reconnect,
  kills,
  growthOfHistory,
  growthOfPeople,
  growthOfDocuments,
]
