import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoredEntry } from '../../../../server/audit/auditLine.ts'
import type { LogEvent } from '../../../../server/operations/LogEvent.ts'
import type { PeopleFile } from '../../../../server/people/peopleFile.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { clientSecret } from './RealProvider.ts'
import { Surfer } from './Surfer.ts'

/** The whole server with the demo's people, some of whose organisations have a sign-in of their own. */
export class OpenIdServer {
  readonly #server: DemoServer
  readonly #folder: string

  private constructor(server: DemoServer, folder: string) {
    this.#server = server
    this.#folder = folder
  }

  /**
   * Starts it. `issuers` are by party; `vouching` has those parties that vouch for the addresses of theirs. `before` is done in the demo, before there is any sign-in; `change` with what is
   * on disk then.
   */
  static async start(
    issuers: Readonly<Record<string, string>>,
    {
      vouching = [],
      before = async () => {},
      change = () => {},
      environment = {},
    }: {
      readonly vouching?: readonly string[]
      readonly before?: (anna: Visitor) => Promise<void>
      readonly change?: (file: PeopleFile) => void
      readonly environment?: Readonly<Record<string, string>>
    } = {},
  ): Promise<OpenIdServer> {
    const demo = await DemoServer.start()
    await before(await demo.enter('anna'))
    await demo.stop()
    await changePeople(demo.dataDir, file => {
      for (const party of Object.keys(issuers)) {
        const organisation = file.organisations[party]
        if (organisation) organisation.signIn = 'openId'
      }
      change(file)
    })
    const folder = await mkdtemp(join(tmpdir(), 'samskriv-openid-'))
    await writeFile(join(folder, 'secret'), `${clientSecret}\n`)
    const providers = Object.entries(issuers).map(([party, issuer]) => ({
      party,
      issuer,
      clientId: 'samskriv',
      clientSecretFile: 'secret',
      ...(vouching.includes(party) && { addressesVouchedFor: true }),
    }))
    const path = join(folder, 'providers.json')
    await writeFile(path, JSON.stringify(providers))
    const server = await DemoServer.start({ ...environment, OIDC_PROVIDERS_FILE: path }, demo.dataDir)
    return new OpenIdServer(server, folder)
  }

  get origin(): string {
    return this.#server.origin
  }

  get log(): readonly LogEvent[] {
    return this.#server.log
  }

  surfer(login = ''): Surfer {
    return new Surfer(this.origin, login)
  }

  async people(): Promise<PeopleFile> {
    return await readPeople(this.#server.dataDir)
  }

  /** Changes what is on disk between two runs of the program. */
  async change(mutate: (file: PeopleFile) => void): Promise<void> {
    await this.#server.stop()
    await changePeople(this.#server.dataDir, mutate)
    await this.#server.restart()
  }

  /** The log of what people do, oldest first. */
  async entries(): Promise<StoredEntry[]> {
    const folder = join(this.#server.dataDir, 'audit')
    const names = (await readdir(folder)).filter(name => name.endsWith('.jsonl')).sort()
    const files = await Promise.all(names.map(name => readFile(join(folder, name), 'utf8')))
    return files
      .join('')
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as StoredEntry)
  }

  /** The last thing that was noted. */
  async lastEntry(): Promise<StoredEntry | undefined> {
    return (await this.entries()).at(-1)
  }

  async dispose(): Promise<void> {
    await this.#server.dispose()
    await rm(this.#folder, { recursive: true })
  }
}

async function readPeople(dataDir: string): Promise<PeopleFile> {
  return JSON.parse(await readFile(join(dataDir, 'people.json'), 'utf8')) as PeopleFile
}

async function changePeople(dataDir: string, mutate: (file: PeopleFile) => void): Promise<void> {
  const file = await readPeople(dataDir)
  mutate(file)
  await writeFile(join(dataDir, 'people.json'), JSON.stringify(file))
}
