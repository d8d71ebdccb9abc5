import { sectionText } from '../../../shared/comment/sectionText.ts'
import type { FilledForm, SectionContent } from '../../../shared/document/filledForm.ts'
import type { Remark } from '../../../shared/http/replies.ts'
import type { KeptThread } from '../../comment/commentsFile.ts'
import type { Applications } from '../../document/Applications.ts'
import { DamagedVersion } from '../../version/VersionContents.ts'
import type { Versions } from '../../version/Versions.ts'
import type { KeptRound } from '../roundsFile.ts'

interface WordsGround {
  readonly applications: Pick<Applications, 'find'>
  readonly versions: Pick<Versions, 'read'>
}

/** The words of the version that a round has sent. */
export class SentWords {
  readonly #ground: WordsGround

  constructor(ground: WordsGround) {
    this.#ground = ground
  }

  /** The words of a section, as places are found in them; null when the version has no such, or is damaged. */
  async ofSection(id: string, round: number, section: string): Promise<string | null> {
    const version = this.#ground.applications.find(id)?.rounds.find(round)?.version
    const form = version ? await this.#form(id, version.number) : null
    const content = form?.sections[section]
    return content ? wordsIn(content) : null
  }

  /**
   * Remarks of a party as they are sent: what each says it is about is read anew. One that was made of a comment of the
   * party in the round has that one's section and words. Words that do not stand in what was sent are left out.
   */
  async inRemarks(
    id: string,
    { number, version }: KeptRound,
    partyId: string,
    remarks: readonly Remark[],
  ): Promise<Remark[]> {
    const open = this.#ground.applications.find(id)
    const form = await this.#form(id, version.number)
    // A version that cannot be read says nothing against the words.
    const stands = (section: string | null, quote: string) => {
      const content = section === null ? null : form?.sections[section]
      return form === null || (content ? wordsIn(content).includes(quote) : false)
    }
    return remarks.map(remark => {
      const thread = remark.threadId === null ? null : open?.comments.thread(remark.threadId)
      if (thread && isOfParty(thread, number, partyId)) {
        const { place, sent } = thread
        const quote = place.is === 'section' ? '' : (sent?.quote ?? place.quote)
        // The agreed text is no part of what is written, and the same in all versions.
        const isSent = place.is === 'lockedText' || stands(place.section, quote)
        return { ...remark, section: place.section, quote: isSent ? quote : '' }
      }
      const isKnown = open?.form.sections.some(({ key }) => key === remark.section) ?? false
      return {
        ...remark,
        threadId: null,
        section: isKnown ? remark.section : null,
        quote: stands(remark.section, remark.quote) ? remark.quote : '',
      }
    })
  }

  async #form(id: string, version: number): Promise<FilledForm | null> {
    try {
      return (await this.#ground.versions.read(id, version))?.form ?? null
    } catch (fault) {
      // What is wrong with it is said to whoever opens it; what people say about it is taken all the same.
      if (fault instanceof DamagedVersion) return null
      throw fault
    }
  }
}

/** Whether a thread was made in a round by people of a party. */
function isOfParty({ round, internalTo, posts }: KeptThread, number: number, partyId: string): boolean {
  if (round !== number) return false
  return internalTo === partyId || (internalTo === null && (posts[0]?.by ?? '').endsWith(`@${partyId}`))
}

function wordsIn(content: SectionContent): string {
  return content.kind === 'rich' ? sectionText(content.blocks) : stringsIn(content).join('\n')
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
