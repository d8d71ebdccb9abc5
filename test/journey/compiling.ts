import type { Stance } from '../../shared/http/replies.ts'
import { Visitor } from '../harness/rawClient.ts'
import type { Seat, World } from '../harness/world.ts'
import { newId } from '../server/comment/said.ts'
import { Answering, remark, sum, take } from '../server/consultation/reply/Answering.ts'
import { give } from './versionPages.ts'

interface WantedRemark {
  readonly section?: string
  readonly text: string
  readonly wording?: string
  /** Words of what was sent that it is about. */
  readonly quote?: string
}

export interface WantedReply {
  readonly stance: Stance
  readonly summary?: string
  readonly remarks?: readonly WantedRemark[]
}

/** Lets the leads of the parties send answers in a demo's ansökan. */
export async function letLead(world: World, owner: Seat, id: string): Promise<void> {
  for (const personId of ['karim', 'elin', 'sofia']) await give(world, owner, id, personId, 'partyLead')
}

/** Answers a round for a party, as its lead would from the page of the round. */
export async function answerRound(
  world: World,
  personId: string,
  id: string,
  { stance, summary = '', remarks = [] }: WantedReply,
  number = 1,
): Promise<void> {
  const lead = await Visitor.enter(world.server.origin, personId)
  const said = await Promise.all(
    remarks.map(async ({ quote, ...rest }) => ({
      ...rest,
      ...(quote === undefined
        ? {}
        : { quote, thread: await commentOn(lead, id, number, rest.section ?? '', quote) }),
    })),
  )
  const answering = new Answering(lead, id, number)
  const draft = await answering.join()
  await draft.write(doc => {
    take(doc, stance)
    sum(doc, summary)
    for (const one of said) remark(doc, one)
  })
  await answering.send()
  await draft.close()
}

/** Comments on words of what was sent, and gives the thread. */
async function commentOn(
  lead: Visitor,
  id: string,
  round: number,
  section: string,
  quote: string,
): Promise<string> {
  const thread = newId()
  const asked = await lead.post(`/api/applications/${id}/comments`, {
    ...{ id: thread, postId: newId(), text: 'Se synpunkten.', isInternal: true, isMaterial: false },
    ...{ assignee: null, round },
    place: { is: 'sentText', section, quote, before: '', after: '' },
  })
  if (!asked.ok) throw new Error(`The comment was refused: ${await asked.text()}`)
  return thread
}
