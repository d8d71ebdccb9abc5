import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Seat } from '../harness/world.ts'
import { Calendar } from './calendar.ts'
import { compilationSaid } from './compilationSaid.ts'
import { eventually } from './eventually.ts'
import { asker, sendOff } from './replying.ts'
import { openRound } from './rounds.ts'
import {
  addMeeting,
  answerOnPage,
  answerRemark,
  closeFromPanel,
  commentOnSent,
  discussionsOn,
  isSaved,
  liftOnPage,
  openCompilation,
  openText,
  replaceReply,
  sendFromPanel,
  stateOn,
  writeRemark,
} from './springActs.ts'
import { writeIn } from './writeIn.ts'

// Three rounds of remiss and a proof-reading in ten weeks, among meetings: the days are real, people and words are not.

/** Two whom the program does not know. Helena leads for the kommun, and Eva writes for Försäkringskassan. */
const helena = { address: 'helena@heby.example', name: 'Helena Ek', role: 'partyLead' }
const eva = { address: 'eva@fk.example', name: 'Eva Ström', role: 'partyEditor' }

const background = 'Beskriv bakgrunden till/behovet av insatsen'
const targetGroup = 'Beskriv målgrupp för insatsen'

let calendar: Calendar
let id: string
beforeAll(async () => {
  calendar = await Calendar.begin('2024-03-18 09:00')
})
afterAll(async () => await calendar.end())
afterEach(() => expect(calendar.world.faults.splice(0)).toEqual([]))

/** Anna opens the ansökan. */
async function annaAtWork(): Promise<Seat> {
  const anna = await calendar.sit('anna')
  await openText(anna.page, id)
  return anna
}

/** Letters with this subject to all who were asked. */
const toAll = (subject: string) =>
  ['helena@heby', 'karim@af', 'elin@fk', 'eva@fk', 'sofia@region'].map(to => `${to}.example ${subject}`)

describe('The spring of 2024', () => {
  it('begins with meetings, which the processledare writes up when the ansökan is begun', async () => {
    const anna = await calendar.sit('anna')
    id = await calendar.world.newApplication(anna, '2024', 'Samlat stöd')
    const ask = asker(calendar.world, anna)
    for (const lead of ['karim', 'elin', 'sofia'])
      await ask('put', `/api/applications/${id}/members/${lead}`, { role: 'partyLead' })
    for (const invited of [helena, eva]) {
      const invitation = { addresses: [invited.address], role: invited.role, message: '' }
      await ask('post', `/api/applications/${id}/invitations`, invitation)
      await calendar.accept(invited)
    }

    const { page } = await annaAtWork()
    await writeIn(page, 'background', 'Många som är långtidssjukskrivna får stöd av en myndighet i taget.')
    await writeIn(page, 'targetGroup', 'Insatsen vänder sig till personer i åldern 16–65 år i Heby kommun.')
    await addMeeting(
      page,
      '240219',
      'LOKUS styrgrupp',
      'LOKUS styrgrupp: resurser, ansökan och alla parters delaktighet.',
    )
    await addMeeting(
      page,
      '231207',
      'LOKUS',
      'LOKUS och LOKUS styrgrupp, heldag på plats i Heby: behovsanalys.',
    )
    await addMeeting(page, '240315', 'Annat', 'Maildialog med regionen och teammöten med Arbetsförmedlingen.')
    await addMeeting(page, '240223', 'Annat', 'Frågor skickas ut till alla parter inför behovsanalysen.')
    const typed = (await typedByHand('discussions')).split('\n')
    expect(await discussionsOn(page)).toEqual(typed.slice(0, 4))
    await calendar.lettersAre()
  })

  it('has its first remiss on 5 April, without a day to answer', async () => {
    await calendar.turnTo('2024-04-05 10:00')
    const { page } = await annaAtWork()
    expect(await sendFromPanel(page, { closesOn: '' })).toContain('Remissen har inget svarsdatum.')
    await calendar.lettersAre(...toAll('Remiss 1 – nu kan ni svara'))

    await calendar.turnTo('2024-04-08 09:15')
    const sofia = await calendar.sit('sofia')
    await answerOnPage(sofia.page, id, 1, { stance: 'Tillstyrker' })
    await calendar.lettersAre('anna@heby.example Remiss 1 – Region Uppsala har svarat')

    await calendar.turnTo('2024-04-19 14:00')
    const karim = await calendar.sit('karim')
    await answerOnPage(karim.page, id, 1, {
      stance: 'Tillstyrker med synpunkter',
      remarks: [{ about: targetGroup, text: 'Vilka av våra arbetssökande är det tänkt för?' }],
    })
    await calendar.lettersAre('anna@heby.example Remiss 1 – Arbetsförmedlingen har svarat')
  })

  it('has dialogues in weeks 19 and 20, while the list says what has come without saying what is in it', async () => {
    await calendar.turnTo('2024-05-13 08:30')
    const { page } = await annaAtWork()
    await addMeeting(
      page,
      '240429',
      'Annat',
      'Information om ansökans inriktning på Arbetsmarknadsrådet: Heby kommun, Företagarna, AF, FK.',
    )
    await addMeeting(page, '240510', 'Dialog mellan parter', 'Dialog Heby kommun och AF om målgruppen.')
    await addMeeting(
      page,
      'vecka 19 och 20 2024',
      'Dialog mellan parter',
      'Dialog och möten med parterna efter återkoppling på remissen.',
    )
    const lines = await discussionsOn(page)
    expect(lines.slice(4, 7)).toEqual([
      '2024-04-05 Ansökan skickas ut till parter på remiss.',
      '2024-04-08 Remissvar från Region Uppsala.',
      '2024-04-19 Remissvar från Arbetsförmedlingen.',
    ])
    // She has more to say of the one than the program knows.
    await page
      .getByRole('textbox', { name: 'Rad 7, Vad' })
      .fill('Remissvar från AF, och samtal om målgruppen.')
    await isSaved(page)
    await closeFromPanel(page, 'Remiss 1')
    await eventually(async () => (await discussionsOn(page)).slice(4, 7)).toEqual([
      '2024-04-05 Ansökan skickas ut till parter på remiss.',
      '2024-04-08 Remissvar från Region Uppsala: tillstyrker.',
      '2024-04-19 Remissvar från AF, och samtal om målgruppen.',
    ])
    await calendar.lettersAre(...toAll('Remiss 1 – avslutad'))
  })

  it('has its second remiss on 15 May, and on 17 May the third takes its place, with answers by 24 May', async () => {
    await calendar.turnTo('2024-05-15 09:00')
    const { page } = await annaAtWork()
    await sendFromPanel(page, { closesOn: '' })
    await calendar.lettersAre(...toAll('Remiss 2 – nu kan ni svara'))

    await calendar.turnTo('2024-05-17 13:00')
    await annaAtWork()
    await addMeeting(page, '240517', 'LOKUS styrgrupp')
    await closeFromPanel(page, 'Remiss 2')
    await calendar.lettersAre(...toAll('Remiss 2 – avslutad'))
    expect(await sendFromPanel(page, { closesOn: '2024-05-24' })).toContain(
      'Svaren ska vara inne fre 24 maj. De som inte har svarat påminns tre arbetsdagar före, samma dag och dagen efter.',
    )
    await calendar.lettersAre(...toAll('Remiss 3 – svar senast fre 24 maj'))
  })
})

describe('Four parties answer the third remiss', () => {
  it('the region at once', async () => {
    await calendar.turnTo('2024-05-17 15:20')
    const { page } = await calendar.sit('sofia')
    await answerOnPage(page, id, 3, { stance: 'Tillstyrker', summary: 'Regionen ställer sig bakom ansökan.' })
    await calendar.lettersAre('anna@heby.example Remiss 3 – Region Uppsala har svarat')
  })

  it('Försäkringskassan with what two of its people have said beside the text', async () => {
    await calendar.turnTo('2024-05-20 10:00')
    const colleague = await calendar.signIn(eva.address)
    await openRound(colleague, id, 3)
    await commentOnSent(colleague.page, 'background', 'långtidssjukskrivna', 'Hur många är de?')
    await commentOnSent(colleague.page, 'targetGroup', '16–65 år', 'Kan man vara sjukskriven så ung?')

    const { page } = await calendar.sit('elin')
    await answerOnPage(page, id, 3, {
      stance: 'Tillstyrker med synpunkter',
      summary: 'Försäkringskassan tillstyrker och vill se två förtydliganden.',
      gathers: 2,
    })
    await calendar.lettersAre(
      'anna@heby.example Remiss 3 – Försäkringskassan har svarat',
      'eva@fk.example Remiss 3 – Försäkringskassan har svarat',
    )
  })

  it('Arbetsförmedlingen not before it is reminded, three working days before the day; and it opposes', async () => {
    await calendar.turnTo('2024-05-21 08:01')
    const subject = 'Remiss 3 – påminnelse: svar senast fre 24 maj'
    await calendar.lettersAre(`karim@af.example ${subject}`, `helena@heby.example ${subject}`)

    await calendar.turnTo('2024-05-22 11:30')
    const karim = await calendar.sit('karim')
    await openText(karim.page, id)
    await eventually(() => stateOn(karim.page)).toContain(
      'Remiss 3: väntar på Heby och AF till fre 24 maj (2 arbetsdagar kvar). 2 av 4 svar.',
    )
    await openRound(karim, id, 3)
    await commentOnSent(
      karim.page,
      'targetGroup',
      'i åldern 16–65 år i Heby kommun',
      'Målgruppen är för vid.',
    )
    await answerOnPage(karim.page, id, 3, {
      stance: 'Avstyrker',
      summary: 'Arbetsförmedlingen avstyrker så länge målgruppen inte är avgränsad.',
      ...{ gathers: 1, wording: 'i åldern 18–64 år i Heby kommun' },
    })
    await calendar.lettersAre('anna@heby.example Remiss 3 – Arbetsförmedlingen har svarat')
  })

  it('Försäkringskassan once more, instead of what it answered first', async () => {
    await calendar.turnTo('2024-05-23 09:00')
    const { page } = await calendar.sit('elin')
    const reply = await replaceReply(page, id, 3)
    await writeRemark(reply, { about: background, text: 'Nämn även dem som har studerat klart.' })
    await sendOff(reply, /^Skicka det nya svaret/)
    await reply.getByText('Det förra svaret').waitFor()
    await calendar.lettersAre(
      'anna@heby.example Remiss 3 – Försäkringskassan har ersatt sitt svar',
      'eva@fk.example Remiss 3 – Försäkringskassan har ersatt sitt svar',
    )
  })

  it('and the kommun too late, after three reminders', async () => {
    await calendar.turnTo('2024-05-24 08:01')
    await calendar.lettersAre('helena@heby.example Remiss 3 – sista dagen att svara är i dag')
    await calendar.turnTo('2024-05-25 08:01')
    await calendar.lettersAre(
      'helena@heby.example Remiss 3 – svarsdatumet har passerat',
      'anna@heby.example Remiss 3 – 1 svar saknas',
    )

    await calendar.turnTo('2024-05-28 16:45')
    const { page } = await calendar.signIn(helena.address)
    await answerOnPage(page, id, 3, { stance: 'Tillstyrker', summary: 'Kommunen tillstyrker.' })
    await calendar.lettersAre('anna@heby.example Remiss 3 – Heby kommun har svarat')
  })

  it('until Arbetsförmedlingen opposes no more', async () => {
    await calendar.turnTo('2024-05-29 10:00')
    const { page } = await calendar.sit('karim')
    await liftOnPage(page, id, 3, 'Åldern ändras enligt vårt förslag.')
  })
})

describe('The sammanställning', () => {
  it('is answered and shown to the parties, and says what a processledare would have typed', async () => {
    await calendar.turnTo('2024-05-30 09:30')
    const { page } = await annaAtWork()
    await writeIn(page, 'targetGroup', ' De är 18–64 år.')
    await isSaved(page)
    await closeFromPanel(page, 'Remiss 3')
    await calendar.lettersAre(...toAll('Remiss 3 – avslutad'))
    await openCompilation(page, id, 3)
    await answerRemark(page, 'AF 1', { verdict: 'Tas om hand', changedIn: targetGroup })
    await answerRemark(page, 'FK 1', { verdict: 'Delvis', reason: 'Ett ungefärligt antal skrivs in.' })
    await answerRemark(page, 'FK 2', { verdict: 'Tas om hand' })
    await answerRemark(page, 'FK 3', { verdict: 'Tas inte om hand', reason: 'De nås av en annan insats.' })
    await page.getByRole('button', { name: 'Visa för parterna …' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Visa för parterna', exact: true }).click()
    await page.getByText(/^Visad för parterna/).waitFor()
    await calendar.lettersAre(...toAll('Remiss 3 – sammanställningen av svaren visas'))

    const sofia = await calendar.sit('sofia')
    await openCompilation(sofia.page, id, 3)
    await eventually(() => compilationSaid(sofia.page)).toBe(await typedByHand('compilation'))
    const remark = sofia.page.getByRole('article', { name: 'AF 1', exact: true })
    await remark.getByRole('link', { name: /^Se ändringen i/ }).click()
    await sofia.page.locator('ins').filter({ hasText: 'De är 18–64 år.' }).waitFor()
  })
})

describe('The proof-reading', () => {
  it('is on 10 June, and then the list of how the ansökan was discussed is whole', async () => {
    await calendar.turnTo('2024-06-10 10:00')
    const { page } = await annaAtWork()
    await sendFromPanel(page, { purpose: 'Korrekturläsning', closesOn: '' })
    await calendar.lettersAre(...toAll('Korrekturläsning 1 – nu kan ni svara'))

    await calendar.turnTo('2024-06-11 13:00')
    const sofia = await calendar.sit('sofia')
    await answerOnPage(sofia.page, id, 4, { stance: 'Läst, inget att rätta' })
    await calendar.lettersAre('anna@heby.example Korrekturläsning 1 – Region Uppsala har svarat')
    await openText(sofia.page, id)
    await eventually(async () => (await discussionsOn(sofia.page)).join('\n')).toBe(
      await typedByHand('discussions'),
    )
  })
})

/** What is awaited, from a file that a person has written. */
async function typedByHand(name: string): Promise<string> {
  const file = new URL(`../golden/spring2024/${name}.txt`, import.meta.url)
  return (await readFile(file, 'utf8')).trimEnd()
}
