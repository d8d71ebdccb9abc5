import type { IncomingMessage } from 'node:http'
import { Hono } from 'hono'
import type { Note } from '../../../server/audit/AuditLog.ts'
import { readConfig } from '../../../server/config.ts'
import { demoPersons } from '../../../server/demo/demoPersons.ts'
import { answerProblem, Refused } from '../../../server/http/refuse.ts'
import type { Letter } from '../../../server/mail/Letter.ts'
import { MailQueueFull } from '../../../server/mail/MailQueue.ts'
import { noNotices } from '../../../server/notice/noticesFile.ts'
import { Access, type Accessible } from '../../../server/people/access/Access.ts'
import { type AccessFile, accessFileSchema } from '../../../server/people/access/accessFile.ts'
import type { AccessTraces } from '../../../server/people/access/accessTraces.ts'
import { DocumentAccess } from '../../../server/people/access/DocumentAccess.ts'
import { partiesToInvite } from '../../../server/people/access/partiesToInvite.ts'
import type { Administration } from '../../../server/people/administration/Administration.ts'
import { Succession } from '../../../server/people/administration/Succession.ts'
import { Entrance } from '../../../server/people/Entrance.ts'
import { linkSecret } from '../../../server/people/linkSecret.ts'
import { openPeople } from '../../../server/people/openPeople.ts'
import type { People } from '../../../server/people/People.ts'
import { peopleRoutes } from '../../../server/people/peopleRoutes.ts'
import { SessionCookie } from '../../../server/people/sessionCookie.ts'
import type { Sessions } from '../../../server/people/sessions.ts'
import { openWays } from '../../../server/people/ways/ways.ts'
import type { DataFolder } from '../../../server/storage/dataFolder.ts'
import { openJsonFile } from '../../../server/storage/jsonFile.ts'
import type { Organisation, OwnTraces } from '../../../shared/http/people.ts'
import { type Problem, problemSchema } from '../../../shared/http/problem.ts'
import { type SessionAnswer, sessionSchema } from '../../../shared/http/session.ts'
import type { Role } from '../../../shared/people/role.ts'
import { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { memoryFolder } from '../storage/memoryFolder.ts'

/** The ansökan of the house, which Anna of Heby owns. */
export const applicationId = 'a1b2c3d4e5f60718'

/** What there is of people beside their access: nothing, in a house without documents. */
const nothing: Omit<OwnTraces, keyof AccessTraces> = {
  rescued: [],
  written: [],
  said: [],
  threads: [],
  rounds: [],
  notices: [],
  noticeSettings: { kinds: noNotices.settings.kinds, watches: [] },
  log: [],
  logAboutMe: [],
}

/**
 * All that the program does about people, with the demo's people, on a disk in memory, without a network and with a
 * clock that stands still until a test moves it.
 */
export class PeopleHouse {
  now = Date.parse('2026-11-22T08:00:00Z')
  readonly disk: MemoryFileSystem
  readonly letters: Letter[] = []
  readonly notes: Note[] = []
  readonly faults: unknown[] = []
  /** What the mail queue does with a letter, and the log with a line. */
  sendLetter: (letter: Letter) => Promise<void> = async () => {}
  writeNote: (note: Note) => Promise<void> = async () => {}
  /** What the mail queue says before anything is begun that a letter belongs to. */
  mustHaveRoom: () => void = () => {}
  readonly folder: DataFolder
  readonly people: People
  readonly sessions: Sessions
  readonly administration: Administration
  readonly document: DocumentAccess
  #routes = new Hono()

  private constructor(
    disk: MemoryFileSystem,
    folder: DataFolder,
    opened: Awaited<ReturnType<typeof openPeople>>,
    document: DocumentAccess,
  ) {
    this.disk = disk
    this.folder = folder
    this.people = opened.people
    this.sessions = opened.sessions
    this.administration = opened.administration
    this.document = document
  }

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<PeopleHouse> {
    const disk = new MemoryFileSystem()
    const folder = await memoryFolder(disk)
    const config = readConfig(environment)
    let now = () => Date.parse('2026-11-22T08:00:00Z')
    const opened = await openPeople(folder, config, () => now())
    const initial: AccessFile = {
      members: [
        {
          personId: 'anna',
          partyId: 'heby',
          role: 'ownerEditor',
          since: new Date(0).toISOString(),
          guestLinkId: null,
        },
      ],
      invitations: [],
      guestLinks: [],
      requests: [],
      advice: null,
      closings: {},
    }
    const file = await openJsonFile('/data/access.json', accessFileSchema, initial, disk)
    const house = new PeopleHouse(disk, folder, opened, new DocumentAccess(file, () => now()))
    now = () => house.now
    await house.#build(config)
    return house
  }

  async #build(config: ReturnType<typeof readConfig>): Promise<void> {
    const { people, sessions, administration, folder } = this
    const accessible = (id: string): Accessible | null =>
      id === applicationId ? { access: this.document, state: 'draft', textIsOpen: false } : null
    const access = new Access(accessible, () => [applicationId], people)
    const https = config.publicOrigin?.startsWith('https:') ?? false
    const cookie = new SessionCookie(https)
    const audit = {
      note: async (note: Note) => {
        await this.writeNote(note)
        this.notes.push(note)
      },
    }
    const entrance = new Entrance({
      people,
      sessions,
      cookie,
      sessionHours: config.sessionHours,
      audit,
      demoPersons: () => demoPersons.flatMap(({ id, partyId }) => people.find(id, partyId) ?? []),
      hasOpenId: true,
    })
    const openIdOf = (partyId: string) => (partyId === 'af' ? '/own/af' : null)
    const mail = {
      send: async (letter: Letter) => {
        await this.sendLetter(letter)
        this.letters.push(letter)
        return 'letter'
      },
      refuseWhenFull: () => this.mustHaveRoom(),
    }
    const address = () => 'https://ansokan.example.se'
    const ways = await openWays({
      config,
      folder,
      people,
      administration,
      access,
      entrance,
      audit,
      mail,
      https,
      address,
      addressOf: request => request.headers.host ?? '',
      openIdOf,
      openIdProviders: [],
      nameOf: () => 'Prov',
      now: () => this.now,
      log: event => this.faults.push(event),
    })
    const routes = peopleRoutes({
      people,
      sessions,
      administration,
      succession: new Succession({ people, access, accessible, audit }),
      cookie,
      entrance,
      audit,
      mail,
      address,
      ways,
      hasOpenId: true,
      openIdOf,
      mayInvite: (id, me) => partiesToInvite(access, people, id, me),
      tracesOf: async personId => {
        const { memberships, ...traces } = access.tracesOf(personId, null)
        const named = memberships.map(({ role, since }) => ({
          applicationId,
          applicationName: 'Prov',
          role,
          since,
        }))
        return { ...traces, memberships: named, ...nothing }
      },
    })
    this.#routes.onError((fault, c) => {
      if (fault instanceof MailQueueFull) return answerProblem(c, 'mailQueueFull')
      if (!(fault instanceof Refused)) throw fault
      if (fault.retryAfterSeconds !== null) c.header('retry-after', String(fault.retryAfterSeconds))
      return answerProblem(c, fault.kind, fault.fields)
    })
    this.#routes.route('/api', routes)
  }

  /** A browser nobody has used, at an address of its own. */
  browser(place = '192.0.2.1'): Browser {
    return new Browser((path, request) => {
      // All that the routes ask of the request that Node gives them.
      const incoming = { headers: { host: place } } as IncomingMessage
      return Promise.resolve(this.#routes.request(path, request, { incoming }))
    })
  }

  /** A browser in which a demo person is signed in. */
  async signedIn(personId: string): Promise<Browser> {
    const browser = this.browser()
    await browser.post('/api/demo/session', { personId })
    return browser
  }

  /** Acts that have been noted, in order. */
  get acts(): string[] {
    return this.notes.map(({ act }) => act)
  }

  /** The secret of the link in the last letter. */
  lastSecret(): string {
    const secret = /#([\w-]{43})\s/.exec(this.letters.at(-1)?.text ?? '')?.[1]
    if (!secret) throw new Error('There is no letter with a link.')
    return secret
  }

  /** Lets what was begun after an answer come to its end. */
  async settled(): Promise<void> {
    await new Promise<void>(resolve => setImmediate(() => setImmediate(resolve)))
  }

  /** Changes something of an organisation. */
  async changeOrganisation(id: string, change: Partial<Organisation>): Promise<void> {
    const before = this.administration.organisations().find(organisation => organisation.id === id)
    if (!before) throw new Error(`There is no organisation ${id}.`)
    const { name, shortName, colour, mailDomains, signIn } = { ...before, ...change }
    await this.administration.changeOrganisation(id, { name, shortName, colour, mailDomains, signIn })
  }

  /** Invites somebody to the ansökan, and gives the secret of her link. */
  async invite(address: string, partyId: string, role: Role = 'partyEditor'): Promise<string> {
    const { secret, hash } = linkSecret()
    const by = 'anna@heby'
    const expiresAt = new Date(this.now + 7 * 24 * 3_600_000).toISOString()
    const invitation = { id: 'invitation01', address, partyId, role, message: '', by, expiresAt }
    await this.document.invite({ ...invitation, secretHash: hash })
    return secret
  }

  /** Makes a guest link to the ansökan, and gives its secret and id. */
  async guestLink(endsOn = '2026-12-31'): Promise<{ secret: string; id: string }> {
    const { secret, hash } = linkSecret()
    const link = { label: 'Styrgruppen', partyId: 'af', role: 'reader', endsOn, by: 'anna@heby' } as const
    const { id } = await this.document.makeGuestLink({ ...link, secretHash: hash })
    return { secret, id }
  }
}

/** What a browser does of it: keeps cookies, and sends them. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #send: (path: string, request: RequestInit) => Promise<Response>

  constructor(send: (path: string, request: RequestInit) => Promise<Response>) {
    this.#send = send
  }

  async ask(method: string, path: string, body?: unknown): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await this.#send(path, {
      method,
      headers: {
        cookie,
        'content-type': 'application/json',
        'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0',
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }

  async get(path: string): Promise<Response> {
    return await this.ask('GET', path)
  }

  async post(path: string, body?: unknown): Promise<Response> {
    return await this.ask('POST', path, body)
  }

  async session(): Promise<SessionAnswer> {
    return sessionSchema.parse(await (await this.get('/api/session')).json())
  }

  /** `‹person›@‹party›` of whoever is signed in here; null for nobody. */
  async who(): Promise<string | null> {
    const { me } = await this.session()
    return me && `${me.person.id}@${me.party.id}`
  }
}

/** Why a request was refused. Fails when it was not. */
export async function problemOf(answer: Response | Promise<Response>): Promise<Problem> {
  return problemSchema.parse(await (await answer).json())
}

/** Only the reason of it. */
export async function refusal(answer: Response | Promise<Response>): Promise<string> {
  return (await problemOf(answer)).kind
}
