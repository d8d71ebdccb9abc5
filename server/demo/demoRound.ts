import * as Y from 'yjs'
import { plusWorkingDays } from '../../shared/consultation/workingDays.ts'
import type { Remark, Stance } from '../../shared/http/replies.ts'
import type { Me } from '../../shared/http/session.ts'
import { dayInSweden } from '../time/swedishTime.ts'
import type { DemoHouse } from './enlivenDemo.ts'

type Answered = Pick<Remark, 'section' | 'text' | 'wording' | 'quote'>

/** What the region answers, as the first of those who were asked. */
const answer: { readonly stance: Stance; readonly summary: string; readonly remarks: readonly Answered[] } = {
  stance: 'endorsesWithRemarks',
  summary:
    'Region Uppsala tillstyrker ansökan. Insatsen svarar mot ett behov som vårdcentralen i Heby känner igen, och arbetssättet är prövat. Två saker behöver bli tydligare innan vi kan skriva under: hur psykiatrin deltar, och vem som följer upp.',
  remarks: [
    {
      section: 'collaborationMethods',
      quote: 'en gång i månaden är även Norra länets psykiatri med',
      text: 'Psykiatrin har inte bekräftat att de kan komma varje månad. Skriv hellre så att det håller också om de kommer mer sällan.',
      wording: 'regelbundet, som mest en gång i månaden, är även Norra länets psykiatri med',
    },
    {
      section: 'followUp',
      quote: '',
      text: 'Det framgår inte vem som ansvarar för uppföljningen efter att en deltagare har avslutat insatsen.',
      wording: '',
    },
  ],
}

/**
 * Sends the ansökan of the demo on remiss to the three other parties, with ten working days to answer, and lets the
 * region answer at once. Its text stays open, so that whoever tries the demo can write in it.
 */
export async function holdDemoRound(house: DemoHouse, owner: Me, asked: readonly Me[]): Promise<void> {
  const { id, rounds, replies } = house
  const { door, sending } = rounds.routes
  const closesOn = plusWorkingDays(dayInSweden(Date.now()), 10)
  const { number } = await sending.send(door.enter(id, owner, 'holdRounds'), {
    id: 'demoremissen',
    purpose: 'remarks',
    sections: null,
    message:
      'Här är ansökan så långt vi har kommit. Läs särskilt Bakgrund och Samverkansmetoder, och säg till om något i er del inte stämmer.',
    recipients: asked.map(({ person, party }) => ({ partyId: party.id, personIds: [person.id] })),
    closesOn,
    closesByItself: false,
    textIsOpen: true,
    repliesAreSeen: 'whenSent',
  })
  const region = asked.find(({ party }) => party.id === 'region')
  if (!region) return
  const draftId = await replies.replying.begin(id, number, region)
  await house.rooms.write(draftId, region, fillIn)
  await replies.replying.send(id, number, region, 0)
  await rounds.idle()
}

function fillIn(doc: Y.Doc): void {
  doc.getMap('stance').set('stance', answer.stance)
  const summary = doc.getMap('summary').get('text')
  if (summary instanceof Y.Text) summary.insert(0, answer.summary)
  for (const [place, { section, quote, text, wording }] of answer.remarks.entries()) {
    const remark = new Y.Map<unknown>()
    const fields = { order: `a${place}`, removed: false, section, quote, thread: null }
    for (const [name, value] of Object.entries(fields)) remark.set(name, value)
    remark.set('text', new Y.Text(text))
    remark.set('wording', new Y.Text(wording))
    doc.getMap('remarks').set(`synpunkt${place}`, remark)
  }
}
