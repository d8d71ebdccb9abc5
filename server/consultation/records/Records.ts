import { followsRounds } from '../../../shared/consultation/roundRules.ts'
import { imageType } from '../../document/cleanImage.ts'
import { textOf, written } from '../../export/html/html.ts'
import { pageHeaders } from '../../export/html/page.ts'
import { Refused } from '../../http/refuse.ts'
import type { Storage } from '../../storage/Storage.ts'
import type { VersionContent } from '../../version/VersionContents.ts'
import type { VersionDoor } from '../../version/VersionDoor.ts'
import type { Versions } from '../../version/Versions.ts'
import type { KeptVersion } from '../../version/versionsFile.ts'
import { answerRound, type RoundSight } from '../answerRound.ts'
import { compilationHtml } from '../compilation/compilationHtml.ts'
import { onPaper } from '../compilation/onPaper.ts'
import { ordinalOf } from '../DocumentRounds.ts'
import type { RoundsHere } from '../RoundDoor.ts'
import type { Attaching } from '../reply/Attaching.ts'
import type { KeptRound } from '../roundsFile.ts'
import { replyJson, sentJson } from './recordJson.ts'
import { replyPage, sentPage, toldPage } from './recordPages.ts'
import { type Recorded, recordsOf } from './recordsOf.ts'

interface RecordsParts {
  readonly sight: RoundSight
  readonly attaching: Pick<Attaching, 'read'>
  readonly versions: Pick<Versions, 'read'>
  /** Says in the words of `problem.ts` why something with versions could not be done. */
  readonly told: VersionDoor['told']
  readonly storage: Pick<Storage, 'getAttachment'>
}

/** A file of the records, made when it is asked for. */
interface RecordBody {
  readonly format: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | AsyncGenerator<string>
}

const json = { 'content-type': 'application/json; charset=utf-8' } as const

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

  /** Refuses `unknownAttachment`, `damagedVersion`, and `unknownVersion` for one that is not there. */
  async make(here: RoundsHere, round: KeptRound, record: Recorded): Promise<RecordBody> {
    const { sight } = this.#parts
    const { content, partyId } = record
    const of = { record, round, form: here.open.form, whoOf: sight.whoOf }
    switch (content.is) {
      case 'sent':
        return await this.#sent(here, round, record, content.as)
      case 'reply': {
        const { reply, as } = content
        if (as === 'html') return asPage(textOf(replyPage(of, reply)))
        return asJson(replyJson(record, reply, sight.whoOf(reply.sentBy)))
      }
      case 'attachment': {
        const { hash } = content.attachment
        const { bytes } = await this.#parts.attaching.read(
          ...([here.id, String(round.number), here.me, partyId, hash] as const),
        )
        return { format: 'file', headers: { 'content-type': 'application/octet-stream' }, body: bytes }
      }
      case 'told':
        return asPage(textOf(toldPage(of, content)))
      case 'compilation':
        return asPage(textOf(compilationHtml(onPaper(sight, here, round))))
    }
  }

  async #sent(
    here: RoundsHere,
    round: KeptRound,
    record: Recorded,
    as: 'html' | 'json',
  ): Promise<RecordBody> {
    const { sight } = this.#parts
    const { version, form } = await this.#version(here.id, round)
    if (as === 'json') {
      const shown = answerRound(sight, here, here.open.rounds.rounds, round)
      return asJson(sentJson(record, round, shown, form, version.hash))
    }
    const of = { record, round, form: here.open.form, whoOf: sight.whoOf }
    const page = sentPage(of, form, version.hash)
    return asPage(written(page, hash => this.#picture(here.id, hash)))
  }

  async #version(id: string, round: KeptRound): Promise<VersionContent & { version: KeptVersion }> {
    const { versions, told } = this.#parts
    const found = await told(id, () => versions.read(id, round.version.number))
    if (!found) throw new Refused('unknownVersion')
    return found
  }

  /** The address of a picture with all of it inside. One that is gone is nothing, and its words for those who cannot see remain. */
  async #picture(id: string, hash: string): Promise<string> {
    const bytes = await this.#parts.storage.getAttachment(id, hash)
    const type = bytes && imageType(bytes)
    return bytes && type ? `data:${type};base64,${Buffer.from(bytes).toString('base64')}` : 'data:,'
  }
}

function asPage(body: RecordBody['body']): RecordBody {
  return { format: 'html', headers: pageHeaders, body }
}

function asJson(body: object): RecordBody {
  return { format: 'json', headers: json, body: `${JSON.stringify(body, null, 2)}\n` }
}
