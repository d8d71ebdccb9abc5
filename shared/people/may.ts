import type { ApplicationState } from '../document/applicationState.ts'
import type { PartyKind } from './person.ts'
import type { Role } from './role.ts'

/**
 * What somebody can do with an ansökan that is there: see it in lists and read it; write in its sections of text, and
 * in its fields; decide who has access to it, or who of her own party has; close sections; open it to the förbund for
 * advice (*rådgivning*) before it is handed in; read what has been done with it; read what is said beside the text, and
 * say something; look at what it was before, keep what it is now as a version, and bring back an earlier one; see the
 * rounds of remiss, hold them, write on the answer of her own party, send it, and lift what it opposed; make a new one of
 * it on a newer form version.
 */
export const acts = [
  'read',
  'writeText',
  'writeFields',
  'share',
  'shareWithOwnParty',
  'closeSections',
  'openAdvice',
  'readLog',
  'readComments',
  'comment',
  'readVersions',
  'makeVersion',
  'restoreVersion',
  'readRounds',
  'holdRounds',
  'reply',
  'sendReply',
  'liftOpposition',
  'moveToForm',
] as const

export type Act = (typeof acts)[number]

/** What somebody is in an ansökan, and where that is in its life. */
export interface Standing {
  readonly role: Role
  readonly state: ApplicationState
  /** The owner has asked the förbund for advice, and not ended it. */
  readonly adviceIsOpen: boolean
  /** The rounds that go on let the authors write meanwhile. Of no matter when none goes on. */
  readonly textIsOpen: boolean
}

type States = readonly ApplicationState[]

const never: States = []
const whileWritten: States = ['needsAnalysis', 'draft']
const inRounds: States = ['reviewRound', 'proofreading']
const beforeItIsLocked: States = [...whileWritten, ...inRounds]
const fromLock: States = ['locked', 'signing', 'signed']
const fromSubmission: States = [
  'submitted',
  'completionRequested',
  'inPreparation',
  'beforeBoard',
  'granted',
  'rejected',
  'running',
  'deviationReview',
]
const beforeSubmission: States = [...beforeItIsLocked, ...fromLock]
const whileItLives: States = [...beforeSubmission, ...fromSubmission]
const always: States = [...whileItLives, 'closed', 'withdrawn']

const nothing: Readonly<Record<Act, States>> = {
  read: never,
  writeText: never,
  writeFields: never,
  share: never,
  shareWithOwnParty: never,
  closeSections: never,
  openAdvice: never,
  readLog: never,
  readComments: never,
  comment: never,
  readVersions: never,
  makeVersion: never,
  restoreVersion: never,
  readRounds: never,
  holdRounds: never,
  reply: never,
  sendReply: never,
  liftOpposition: never,
  moveToForm: never,
}

/**
 * Who may do what in which state, to be read beside domain.md 3.2 and 3.3.
 *
 * - In korrektur the structure, figures, dates and goals stand; only the owner changes the text, in accepting what is
 *   proposed.
 * - A partsansvarig writes as her editors do, names the signatory of her party and lets her own people in.
 * - An undertecknare reads what has been locked.
 * - The förbund has no way to a draft: what it can reach it has received (domain.md 6.3, K14). Comments and versions
 *   are how the parties worked on it: neither the förbund nor an undertecknare sees them, whoever only reads no versions,
 *   since what has been deleted would be in them (limits.md 55).
 * - Comments end when it is locked: what is signed is not discussed beside it.
 * - A party answers a remiss as one: its people write the answer together, and its partsansvarig sends it. Which rounds
 *   it may answer, and whose answers it sees, is in `consultation/roundRules.ts`.
 */
const rights: Readonly<Record<Role, Readonly<Record<Act, States>>>> = {
  ownerEditor: {
    read: always,
    writeText: [...whileWritten, 'proofreading'],
    writeFields: whileWritten,
    share: whileItLives,
    shareWithOwnParty: whileItLives,
    closeSections: beforeItIsLocked,
    openAdvice: beforeSubmission,
    readLog: always,
    readComments: always,
    comment: beforeItIsLocked,
    readVersions: always,
    makeVersion: beforeItIsLocked,
    restoreVersion: whileWritten,
    readRounds: always,
    holdRounds: beforeItIsLocked,
    reply: inRounds,
    sendReply: never,
    liftOpposition: never,
    moveToForm: whileWritten,
  },
  partyEditor: {
    ...nothing,
    read: always,
    writeText: whileWritten,
    writeFields: whileWritten,
    readComments: always,
    comment: beforeItIsLocked,
    readVersions: always,
    makeVersion: beforeItIsLocked,
    readRounds: always,
    reply: inRounds,
  },
  partyLead: {
    ...nothing,
    read: always,
    writeText: whileWritten,
    writeFields: whileWritten,
    shareWithOwnParty: whileItLives,
    readLog: always,
    readComments: always,
    comment: beforeItIsLocked,
    readVersions: always,
    makeVersion: beforeItIsLocked,
    readRounds: always,
    reply: inRounds,
    sendReply: inRounds,
    liftOpposition: beforeItIsLocked,
  },
  reviewer: {
    ...nothing,
    read: always,
    readComments: always,
    comment: beforeItIsLocked,
    readVersions: always,
    readRounds: always,
    reply: inRounds,
  },
  signatory: { ...nothing, read: [...fromLock, ...fromSubmission, 'closed'] },
  officer: { ...nothing, read: [...fromSubmission, 'closed'] },
  reader: { ...nothing, read: always, readComments: always, readRounds: always },
}

/** Whether somebody with this standing may do this. Without a standing nobody may do anything. */
export function may(standing: Standing | null, act: Act): boolean {
  if (standing === null) return false
  const { role, state, adviceIsOpen, textIsOpen } = standing
  // Advice is reading, and only before it is handed in: afterwards the table says it.
  if (role === 'officer' && act === 'read' && adviceIsOpen && beforeSubmission.includes(state)) return true
  // A remiss may let its authors write on: then they write as in a draft.
  const isWriting = act === 'writeText' || act === 'writeFields'
  if (isWriting && state === 'reviewRound' && textIsOpen) return rights[role][act].includes('draft')
  return rights[role][act].includes(state)
}

/** Whether people of such a party start an ansökan: those who apply do. */
export function mayCreate(party: PartyKind): boolean {
  return party !== 'forbund'
}

/** The roles that people of such a party can be given. Those of the förbund are officers of all, and can get no other. */
export function rolesFor(party: PartyKind): readonly Role[] {
  return party === 'forbund'
    ? []
    : ['ownerEditor', 'partyEditor', 'partyLead', 'reviewer', 'signatory', 'reader']
}

/**
 * The roles that somebody with this standing may give to people of a party: never more than she has herself
 * (limits.md 44). `isOwnParty`: it is her own.
 */
export function rolesToGive(
  standing: Standing | null,
  party: PartyKind,
  isOwnParty: boolean,
): readonly Role[] {
  if (may(standing, 'share')) return rolesFor(party)
  if (!isOwnParty || !may(standing, 'shareWithOwnParty')) return []
  return rolesFor(party).filter(role => role !== 'ownerEditor')
}
