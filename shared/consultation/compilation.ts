import type { FormTemplate, Section } from '../form/FormTemplate.ts'
import type { Recipient, Round } from '../http/consultation.ts'
import type { Remark, RemarkAnswer, Reply, Stance, Verdict } from '../http/replies.ts'

/** *Sammanställning*: what the parties said in a round, section by section, and what the owner answered. */
export interface Compilation {
  /** In the order in which they were asked: the columns. */
  readonly parties: readonly CompiledParty[]
  /** The whole first, then the sections in the order of the form; only those that somebody has remarked on. */
  readonly rows: readonly CompiledRow[]
  readonly counts: CompilationCounts
}

export interface CompiledParty {
  readonly partyId: string
  readonly name: string
  readonly shortName: string
  readonly state: Recipient['state']
  /** The answer that holds; null while there is none, or none that may be seen. */
  readonly reply: Reply | null
  readonly opposesStill: boolean
}

export interface CompiledRow {
  /** Null for remarks on the whole, and on what the form does not have. */
  readonly section: Section | null
  /** A cell for each party, in the order of `parties`; empty where it has said nothing. */
  readonly cells: readonly (readonly CompiledRemark[])[]
}

export interface CompiledRemark {
  /** From 1 in the order of the party's answer: `FK 3`. */
  readonly number: number
  readonly remark: Remark
  /** Null while the owner has not answered it, or the answer may not be seen. */
  readonly answer: RemarkAnswer | null
}

export interface CompilationCounts {
  readonly remarks: number
  readonly answered: number
  readonly unanswered: number
  /** Parties whose *avstyrker* is neither lifted nor recorded. */
  readonly opposing: number
}

/** Lays out the answers of a round that hold. `replies` are those that may be seen; replaced ones are passed over. */
export function compilation(
  { recipients }: Pick<Round, 'recipients'>,
  replies: readonly Reply[],
  { sections }: Pick<FormTemplate, 'sections'>,
): Compilation {
  const parties = recipients.map(({ partyId, partyName, partyShortName, state }) => {
    const holds = (reply: Reply) => reply.partyId === partyId && reply.replacedAt === null
    const reply = replies.find(holds) ?? null
    const still = reply !== null && opposesStill(reply)
    return { partyId, name: partyName, shortName: partyShortName, state, reply, opposesStill: still }
  })
  const remarks = parties.map(({ reply }) => (reply ? remarksOf(reply) : []))
  const known = new Set(sections.map(({ key }) => key))
  const rowOf = (section: Section | null): CompiledRow => ({
    section,
    cells: remarks.map(said =>
      said.filter(({ remark }) =>
        section ? remark.section === section.key : remark.section === null || !known.has(remark.section),
      ),
    ),
  })
  const all = remarks.flat()
  const answered = all.filter(({ answer }) => answer !== null).length
  return {
    parties,
    rows: [null, ...sections].map(rowOf).filter(saysSomething),
    counts: {
      remarks: all.length,
      answered,
      unanswered: all.length - answered,
      opposing: parties.filter(party => party.opposesStill).length,
    },
  }
}

interface Stand {
  readonly stance: Stance
  /** What became of an *avstyrker*. */
  readonly opposition: object | null
}

/** An *avstyrker* that is neither lifted nor recorded. */
export function opposesStill({ stance, opposition }: Stand): boolean {
  return stance === 'opposes' && opposition === null
}

/** A party that opposes, and the number of the round in which it said so. */
export interface Opposing {
  readonly partyId: string
  readonly round: number
}

type AnsweredRound = Pick<Round, 'number' | 'purpose'> & {
  readonly replies: readonly (Stand & Pick<Reply, 'partyId' | 'replacedAt'>)[]
}

/**
 * The parties whose *avstyrker* is neither lifted nor recorded in the newest round that they answered: the text is not
 * locked while there is one. In a *korrekturläsning* a party says that it has read, so there only an *avstyrker* counts.
 */
export function stillOpposing(rounds: readonly AnsweredRound[]): Opposing[] {
  const newest = new Map<string, { readonly round: number; readonly opposes: boolean }>()
  for (const { number, purpose, replies } of rounds.toSorted((one, other) => one.number - other.number)) {
    for (const reply of replies) {
      const counts = purpose === 'remarks' || reply.stance === 'opposes'
      if (reply.replacedAt !== null || !counts) continue
      newest.set(reply.partyId, { round: number, opposes: opposesStill(reply) })
    }
  }
  return [...newest].flatMap(([partyId, { round, opposes }]) => (opposes ? [{ partyId, round }] : []))
}

/** Whether the owner has to say why: when a remark is not met, or only in part. */
export function needsReason(verdict: Verdict): boolean {
  return verdict !== 'met'
}

/** What the owner has answered that stands when the party sends another answer: to remarks that say the same as before. */
export function answersThatStand<Answer>(
  before: { readonly remarks: readonly Remark[]; readonly answers: Readonly<Record<string, Answer>> },
  remarks: readonly Remark[],
): Record<string, Answer> {
  const said = new Map(before.remarks.map(remark => [remark.id, remark]))
  const stand = remarks.filter(remark => saysTheSame(remark, said.get(remark.id)))
  const ids = new Set(stand.map(({ id }) => id))
  return Object.fromEntries(Object.entries(before.answers).filter(([id]) => ids.has(id)))
}

function saysTheSame(one: Remark, other: Remark | undefined): boolean {
  const { section, text, wording, quote } = one
  return (
    other?.section === section && other.text === text && other.wording === wording && other.quote === quote
  )
}

function remarksOf({ remarks, answers }: Reply): CompiledRemark[] {
  return remarks.map((remark, place) => ({
    number: place + 1,
    remark,
    answer: Object.hasOwn(answers, remark.id) ? (answers[remark.id] ?? null) : null,
  }))
}

function saysSomething({ cells }: CompiledRow): boolean {
  return cells.some(remarks => remarks.length > 0)
}
