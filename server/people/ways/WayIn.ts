import type { IncomingMessage } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { WayInName } from '../../../shared/http/signIn.ts'
import type { AuditLog } from '../../audit/AuditLog.ts'
import type { Config } from '../../config.ts'
import type { MailQueue } from '../../mail/MailQueue.ts'
import type { Log } from '../../operations/LogEvent.ts'
import type { DataFolder } from '../../storage/dataFolder.ts'
import type { Access } from '../access/Access.ts'
import type { Administration } from '../administration/Administration.ts'
import type { Entrance } from '../Entrance.ts'
import type { People } from '../People.ts'
import type { OpenIdSettings } from './openId/providersFile.ts'

/** Routes that can ask where a request comes from. */
export type WayRoutes = Hono<{ Bindings: HttpBindings }>

/** What the ways in stand on. */
export interface WaysGround {
  readonly config: Config
  readonly folder: DataFolder
  readonly people: People
  readonly administration: Administration
  readonly access: Access
  readonly entrance: Entrance
  readonly audit: Pick<AuditLog, 'note'>
  readonly mail: Pick<MailQueue, 'send' | 'refuseWhenFull'>
  readonly https: boolean
  /** Where people reach the program, without a path. */
  readonly address: () => string
  /** Where a request comes from, to count by. */
  readonly addressOf: (request: IncomingMessage) => string
  /** Where the own sign-in of a party begins; null when it is not set up. */
  readonly openIdOf: (partyId: string) => string | null
  /** The own sign-ins of organisations that are set up. */
  readonly openIdProviders: readonly OpenIdSettings[]
  /** What an ansökan is called; empty when it has no name yet. */
  readonly nameOf: (applicationId: string) => string
  readonly now: () => number
  readonly log: Log
}

/**
 * A way to get a session. Each is a folder of this one and a line in `ways.ts`. Whatever it asks of people, it ends in
 * `Entrance.enter` or in a refusal that is noted: so there is one place where sessions begin, and all is noted. Nothing
 * is spent or begun by GET, since mail programs open links before people do; but for `openId`, whose links are good only
 * in the browser that was sent away a moment before.
 */
export interface WayIn {
  readonly name: WayInName
  /** Where its routes stand, under `/api`. */
  readonly path: `/${string}`
  /** Whether these settings have it. Sessions by a way that there is no more are over. */
  isSet(config: Config): boolean
  /** Opens it, with what it keeps in the data folder. Throws `DamagedFile`, `DiskFault`. */
  open(ground: WaysGround): Promise<WayRoutes>
}
