import * as Y from 'yjs'
import { keepPlace } from '../../shared/comment/findPlace.ts'
import { MarkedText } from '../../shared/comment/MarkedText.ts'
import { agreementText } from '../../shared/form/agreementText.ts'
import type { WantedPlace } from '../../shared/http/comments.ts'
import type { NoticeSettings } from '../../shared/http/notices.ts'
import type { Me } from '../../shared/http/session.ts'
import type { OpenComments } from '../comment/openComments.ts'
import type { OpenRounds } from '../consultation/openRounds.ts'
import type { OpenReplies } from '../consultation/reply/openReplies.ts'
import { authorOf } from '../document/documentRecords.ts'
import type { Notices } from '../notice/Notices.ts'
import type { People } from '../people/People.ts'
import type { Rooms } from '../sync/rooms.ts'
import { type DoorParts, VersionDoor } from '../version/VersionDoor.ts'
import type { Versions } from '../version/Versions.ts'
import { holdDemoRound } from './demoRound.ts'
import { type DemoThread, type DemoWriter, demoChange, demoTalk } from './demoTalk.ts'

/** A house in which the demo has just been put. */
export interface DemoHouse extends DoorParts {
  /** The ansökan that is written and talked about. */
  readonly id: string
  readonly people: Pick<People, 'find'>
  readonly comments: Pick<OpenComments, 'commenting' | 'settle'>
  readonly notices: Pick<Notices, 'settings' | 'choose'>
  readonly rooms: Pick<Rooms, 'withRoom' | 'write'>
  readonly versions: Pick<Versions, 'make' | 'wrote'>
  readonly rounds: Pick<OpenRounds, 'routes' | 'idle'>
  readonly replies: Pick<OpenReplies, 'replying'>
}

type Everybody = Readonly<Record<DemoWriter, Me>>

/**
 * Lets the persons of the demo say something beside the text of an ansökan, change it, keep two versions and hold a
 * remiss, each as if she had done it herself. Before anybody comes: whoever is concerned finds it in her notices, but has no letters of it.
 * A stop in the middle leaves what has been done till then.
 */
export async function enlivenDemo(house: DemoHouse): Promise<void> {
  const everybody = find(house.people)
  if (everybody === null) return
  await withoutLetters(house, Object.values(everybody), async () => {
    await keepVersion(house, everybody.anna, 'Första utkastet', 'Innan parterna har läst.')
    await Promise.all(demoTalk.map(thread => talk(house, everybody, thread)))
    await change(house, everybody.anna)
    await Promise.all(demoTalk.map(thread => resolve(house, everybody, thread)))
    await keepVersion(house, everybody.anna, 'Efter parternas första läsning', '')
    await nameLeads(house, everybody)
    await holdDemoRound(house, everybody.anna, [everybody.karim, everybody.elin, everybody.sofia])
    await house.comments.settle()
  })
}

/** Null when the data folder was begun with other people. */
function find(people: DemoHouse['people']): Everybody | null {
  const anna = people.find('anna', 'heby')
  const karim = people.find('karim', 'af')
  const elin = people.find('elin', 'fk')
  const sofia = people.find('sofia', 'region')
  return anna && karim && elin && sofia ? { anna, karim, elin, sofia } : null
}

async function withoutLetters(
  { notices }: DemoHouse,
  everybody: readonly Me[],
  act: () => Promise<void>,
): Promise<void> {
  const chosen = everybody.map(me => [me, notices.settings(me)] as const)
  await Promise.all(chosen.map(([me, settings]) => notices.choose(me, onlyInProgram(settings))))
  await act()
  await Promise.all(chosen.map(([me, settings]) => notices.choose(me, settings)))
}

function onlyInProgram({ kinds, watched }: NoticeSettings): NoticeSettings {
  const quiet = Object.entries(kinds).map(([kind, habit]) => [kind, { ...habit, mail: 'never' }])
  return { kinds: Object.fromEntries(quiet), watched }
}

async function talk(house: DemoHouse, everybody: Everybody, thread: DemoThread): Promise<void> {
  const { commenting } = house.comments
  const { id, posts, isInternal = false, isMaterial = false, assignee = null } = thread
  const place = await placeIn(house, thread)
  for (const [number, { by, text }] of posts.entries()) {
    const here = commenting.enter(house.id, everybody[by], 'comment')
    const postId = `${id}${number}`
    if (number > 0) await commenting.answer(here, id, { id: postId, text, isInternal })
    else await commenting.start(here, { id, postId, place, text, isInternal, isMaterial, assignee })
  }
}

async function resolve({ id, comments }: DemoHouse, everybody: Everybody, thread: DemoThread): Promise<void> {
  if (!thread.resolvedBy) return
  const here = comments.commenting.enter(id, everybody[thread.resolvedBy], 'comment')
  await comments.commenting.change(here, thread.id, { isResolved: true })
}

/** A place as a browser asks for it. */
async function placeIn(house: DemoHouse, { place }: DemoThread): Promise<WantedPlace> {
  if (place.is === 'field') return place
  const { is, section, words } = place
  if (is === 'lockedText') {
    const locked = house.applications.find(house.id)?.form.sections.find(({ key }) => key === section)
    return { is, section, ...rangeOf(locked?.kind === 'lockedText' ? agreementText(locked) : '', words) }
  }
  return await house.rooms.withRoom(house.id, room =>
    room.look(doc => {
      const fragment = doc.getXmlFragment(section)
      const text = new MarkedText(fragment).words
      const beginning = Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(fragment, 0))
      // Nothing is selected from there to there: they are found by what they say.
      const nowhere = Buffer.from(beginning).toString('base64')
      return { is, section, anchor: nowhere, head: nowhere, ...keepPlace(text, rangeOf(text, words)) }
    }),
  )
}

function rangeOf(text: string, words: string): { from: number; to: number } {
  const from = text.indexOf(words)
  if (from < 0) throw new Error(`"${words}" does not stand in the demo.`)
  return { from, to: from + words.length }
}

/** Each party has only one person in the demo: she sends its answer too. */
async function nameLeads({ id, access }: DemoHouse, { karim, elin }: Everybody): Promise<void> {
  const given = access.documentAccess(id)
  for (const { person, party } of [karim, elin]) {
    const isHere = () => given?.roleOf(person.id, party.id) != null
    await given?.changeRole(person.id, 'partyLead', isHere)
  }
}

/** In the first paragraph of a section. */
async function change({ id, rooms, versions }: DemoHouse, me: Me): Promise<void> {
  const { section, after, words } = demoChange
  await rooms.write(id, me, doc => {
    const fragment = doc.getXmlFragment(section)
    const paragraph = fragment.get(0)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error(`${section} of the demo does not begin with words.`)
    text.insert(rangeOf(new MarkedText(fragment).words, after).to, words, {})
    versions.wrote(id, authorOf(me), new Set([section]))
  })
}

/** With an entry in the log, as everybody's. */
async function keepVersion(house: DemoHouse, me: Me, name: string, note: string): Promise<void> {
  const door = new VersionDoor(house)
  const here = door.enter(house.id, me, 'makeVersion')
  await house.versions.make(house.id, {
    ...{ reason: 'byHand', name, note, by: authorOf(me) },
    first: async ({ number }) =>
      await door.note(here, 'versionMade', { version: String(number), label: name }),
  })
}
