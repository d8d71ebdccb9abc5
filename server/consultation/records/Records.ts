import { followsRounds } from '../../../shared/consultation/roundRules.ts'
import { fileTypes } from '../../export/fileTypes.ts'
import { written } from '../../export/html/html.ts'
import { pageHeaders } from '../../export/html/page.ts'
import { paperPage } from '../../export/html/paper/paperPage.ts'
import type { Paper } from '../../export/paper/Paper.ts'
import type { PaperFiles } from '../../export/paper/PaperFiles.ts'
import { pictureOf } from '../../export/pictures.ts'
import { Refused } from '../../http/refuse.ts'
import type { Log } from '../../operations/LogEvent.ts'
import type { Storage } from '../../storage/Storage.ts'
import type { VersionContent } from '../../version/VersionContents.ts'
import type { VersionDoor } from '../../version/VersionDoor.ts'
import type { Versions } from '../../version/Versions.ts'
import type { KeptVersion } from '../../version/versionsFile.ts'
import { answerRound, type RoundSight } from '../answerRound.ts'
import { compilationPaper } from '../compilation/compilationPaper.ts'
import { onPaper } from '../compilation/onPaper.ts'
import { ordinalOf } from '../DocumentRounds.ts'
import type { RoundsHere } from '../RoundDoor.ts'
import type { Attaching } from '../reply/Attaching.ts'
import type { KeptRound } from '../roundsFile.ts'
import { replyJson, sentJson } from './recordJson.ts'
import { replyPaper, sentPaper, toldPaper } from './recordPapers.ts'
import { type Recorded, type RecordSaid, recordsOf } from './recordsOf.ts'

interface RecordsParts {
  readonly sight: RoundSight
  readonly attaching: Pick<Attaching, 'read'>
  readonly versions: Pick<Versions, 'read'>
  /** Says in the words of `problem.ts` why something with versions could not be done. */
  readonly told: VersionDoor['told']
  readonly storage: Pick<Storage, 'getAttachment'>
  readonly paperFiles: Pick<PaperFiles, 'make'>
  readonly log: Log
}

/** A file of the records, made when it is asked for. */
interface RecordBody {
  readonly format: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | AsyncGenerator<string>
}

/** A paper, and when it says what it says. */
interface Dated {
  readonly paper: Paper
  readonly madeAt: string
}

/** What was sent and answered in a round, as files for the registries of those who sent and received it. */
export class Records {
  readonly #parts: RecordsParts

  constructor(parts: RecordsParts) {
    this.#parts = parts
  }

  /** Those that somebody may have: her party's own, and of whoever holds the round all. A guest has none. */
  list({ id, me, standing, open }: RoundsHere, round: KeptRound): Recorded[] {
    if (me.person.isGuest === true) return []
    const { people } = this.#parts.sight
    const parties = round.recipients
      .map(({ partyId }) => partyId)
      .filter(partyId => partyId === me.party.id || followsRounds(standing))
    const recording = {
      applicationId: id,
      name: open.records.application.data.name,
      round,
      ordinal: ordinalOf(open.rounds.rounds, round),
      partyName: (partyId: string) => people.party(partyId)?.name ?? partyId,
    }
    return parties.flatMap(partyId => recordsOf(recording, partyId))
  }

  /**
   * `gone` is aborted when nobody is there to read it. Refuses `unknownAttachment`, `damagedVersion`, `unknownVersion` for
   * one that is not there, and as `FileMaker.make` does.
   */
  async make(here: RoundsHere, round: KeptRound, record: Recorded, gone: AbortSignal): Promise<RecordBody> {
    const { content, partyId } = record
    switch (content.is) {
      case 'attachment': {
        const { hash } = content.attachment
        const { bytes } = await this.#parts.attaching.read(
          ...([here.id, String(round.number), here.me, partyId, hash] as const),
        )
        return { format: 'file', headers: { 'content-type': 'application/octet-stream' }, body: bytes }
      }
      case 'data':
        return await this.#data(here, round, record, content.of)
      case 'paper': {
        const { paper, madeAt } = await this.#paper(here, round, record, content.of)
        if (content.as === 'html') {
          const body = written(paperPage(paper), hash => this.#picture(here.id, hash))
          return { format: 'html', headers: pageHeaders, body }
        }
        const asking = { personId: here.me.person.id, gone }
        const as = content.as === 'docx' ? ({ is: 'docx' } as const) : archived
        const of = { applicationId: here.id, paper, madeAt }
        const body = await this.#parts.paperFiles.make(asking, of, as)
        return { format: content.as, headers: { 'content-type': fileTypes[content.as] }, body }
      }
    }
  }

  async #paper(here: RoundsHere, round: KeptRound, record: Recorded, said: RecordSaid): Promise<Dated> {
    const { sight } = this.#parts
    const of = { record, round, form: here.open.form, whoOf: sight.whoOf }
    switch (said.is) {
      case 'sent': {
        const { version, form } = await this.#version(here.id, round)
        return { paper: sentPaper(of, form, version.hash), madeAt: record.at }
      }
      case 'reply':
        return { paper: replyPaper(of, said.reply), madeAt: record.at }
      case 'told':
        return { paper: toldPaper(of, said), madeAt: record.at }
      case 'compilation': {
        const shown = onPaper(sight, here, round)
        return { paper: compilationPaper(shown), madeAt: shown.fetchedAt }
      }
    }
  }

  async #data(
    here: RoundsHere,
    round: KeptRound,
    record: Recorded,
    said: Extract<Recorded['content'], { is: 'data' }>['of'],
  ): Promise<RecordBody> {
    const { sight } = this.#parts
    if (said.is === 'reply') return asJson(replyJson(record, said.reply, sight.whoOf(said.reply.sentBy)))
    const { version, form } = await this.#version(here.id, round)
    const shown = answerRound(sight, here, here.open.rounds.rounds, round)
    return asJson(sentJson(record, round, shown, form, version.hash))
  }

  async #version(id: string, round: KeptRound): Promise<VersionContent & { version: KeptVersion }> {
    const { versions, told } = this.#parts
    const found = await told(id, () => versions.read(id, round.version.number))
    if (!found) throw new Refused('unknownVersion')
    return found
  }

  /** The address of a picture with all of it inside. One that cannot be shown is nothing, and its words for those who cannot see remain. */
  async #picture(id: string, hash: string): Promise<string> {
    const picture = await pictureOf(this.#parts, id, hash)
    if (!picture) return 'data:,'
    const type = picture.type === 'png' ? 'image/png' : 'image/jpeg'
    return `data:${type};base64,${Buffer.from(picture.bytes).toString('base64')}`
  }
}

/** The records are to be kept. */
const archived = { is: 'pdf', standard: 'a-2a' } as const

function asJson(body: object): RecordBody {
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return { format: 'json', headers, body: `${JSON.stringify(body, null, 2)}\n` }
}
