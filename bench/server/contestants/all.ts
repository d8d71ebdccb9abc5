import type { Contestant } from './Contestant.ts'
import { hocuspocus, relay, yLeveldb, yWebsocket } from './peers.ts'
import { samskriv } from './samskriv.ts'

/** In the order of the tables' columns. */
export const contestants: readonly Contestant[] = [samskriv, relay, yWebsocket, yLeveldb, hocuspocus]
