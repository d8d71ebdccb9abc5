import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import {
  type NoticeSettings,
  type NoticesAnswer,
  noticeSettingsSchema,
  noticesSchema,
} from '../../../shared/http/notices.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { Said } from '../comment/said.ts'

/** A server with three people, who write one ansökan after the other together. */
export class NoticeHouse {
  readonly server: DemoServer
  anna: Visitor
  karim: Visitor
  elin: Visitor
  /** The ansökan that is written now, which Anna answers for; each has a name of its own, to tell its letters by. */
  id = ''
  name = ''
  #count = 0

  private constructor(server: DemoServer, anna: Visitor, karim: Visitor, elin: Visitor) {
    this.server = server
    this.anna = anna
    this.karim = karim
    this.elin = elin
  }

  static async open(): Promise<NoticeHouse> {
    const server = await DemoServer.start()
    const enter = (personId: string) => server.enter(personId)
    return new NoticeHouse(server, await enter('anna'), await enter('karim'), await enter('elin'))
  }

  /** Begins another ansökan. */
  async begin(): Promise<void> {
    this.#count += 1
    this.name = `Plattform ${this.#count}`
    this.id = await this.anna.newApplication('2024', this.name)
  }

  /** Starts the server again, and lets everybody find it. */
  async restart(): Promise<void> {
    await this.server.restart()
    const { origin } = this.server
    this.anna = this.anna.at(origin)
    this.karim = this.karim.at(origin)
    this.elin = this.elin.at(origin)
  }

  saidBy(visitor: Visitor): Said {
    return new Said(visitor, this.id)
  }

  /** Gives Karim another role, or with null none. */
  async letKarimBe(role: string | null): Promise<void> {
    const members = `/api/applications/${this.id}/members`
    if (role === null) await this.anna.delete(`${members}/karim`)
    else await this.anna.put(`${members}/karim`, { role })
  }

  /** What somebody has been told of this ansökan. */
  async told(visitor: Visitor): Promise<NoticesAnswer['notices']> {
    const answer = await visitor.get('/api/notices')
    const { notices } = noticesSchema.parse(await answer.json())
    return notices.filter(({ applicationId }) => applicationId === this.id)
  }

  /** Waits until somebody has been told so much of this ansökan, and gives it. */
  async toldWhen(visitor: Visitor, count: number): Promise<NoticesAnswer['notices']> {
    return await vi.waitFor(async () => {
      const notices = await this.told(visitor)
      expect(notices).toHaveLength(count)
      return notices
    }, 20_000)
  }

  async settingsOf(visitor: Visitor): Promise<NoticeSettings> {
    return noticeSettingsSchema.parse(await (await visitor.get('/api/notices/settings')).json())
  }

  /** The letters to somebody about this ansökan, but for the one that let her in. */
  async lettersTo(address: string): Promise<string[]> {
    const folder = join(this.server.dataDir, 'mailbox')
    const names = await readdir(folder)
    const letters = await Promise.all(names.map(name => readFile(join(folder, name), 'utf8')))
    const hers = letters.filter(letter => letter.includes(`\r\nTo: ${address}\r\nSubject: [${this.name}] `))
    return hers.filter(letter => !letter.includes('har gett dig åtkomst'))
  }

  /** Waits until so many letters have come to somebody about this ansökan. */
  async lettersWhen(address: string, count: number): Promise<string[]> {
    return await vi.waitFor(async () => {
      const letters = await this.lettersTo(address)
      expect(letters).toHaveLength(count)
      return letters
    }, 20_000)
  }

  noticesFile(personId: string): string {
    return join(this.server.dataDir, 'notices', `${personId}.json`)
  }
}
