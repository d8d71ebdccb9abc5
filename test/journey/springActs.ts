import type { Locator, Page } from 'playwright-core'
import { waiting } from '../harness/world.ts'
import { cardOf, commentOn } from './commenting.ts'
import { eventually } from './eventually.ts'
import { openReply, replyOn, sendOff, summaryOf } from './replying.ts'

/** Opens an ansökan and waits until all of it is there. */
export async function openText(page: Page, id: string): Promise<void> {
  await page.goto(`/ansokningar/${id}`)
  await page.locator('article[aria-busy="false"]').waitFor()
}

/** Comments on words of what was sent in the round that is open. */
export async function commentOnSent(page: Page, section: string, words: string, said: string): Promise<void> {
  await commentOn(page, section, words, said)
  await cardOf(page, said).waitFor()
  await eventually(() => page.getByText('Väntar på att skickas').count()).toBe(0)
}

/** Waits until the page says that everything is on the server. */
export async function isSaved(page: Page): Promise<void> {
  do await page.locator('[data-state="saved"]').waitFor()
  while ((await waiting(page)) > 0)
}

type MeetingKind = 'LOKUS' | 'LOKUS styrgrupp' | 'Dialog mellan parter' | 'Annat'

/** Adds a meeting to the list of how the ansökan was discussed: `240219`, its kind, and other words than those it has. */
export async function addMeeting(page: Page, when: string, kind: MeetingKind, what?: string): Promise<void> {
  await page.locator('#discussions').getByRole('button', { name: 'Lägg till möte' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lägg till möte' })
  await dialog.getByLabel('När').fill(when)
  await dialog.getByLabel('Vad för möte?').selectOption({ label: kind })
  if (what !== undefined) await dialog.getByLabel('Vad', { exact: true }).fill(what)
  await dialog.getByRole('button', { name: 'Lägg till', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await isSaved(page)
}

/** The list of how it was discussed, as the page has it: `2024-02-19 LOKUS diskuterade ansökan.` */
export async function discussionsOn(page: Page): Promise<string[]> {
  return await page.locator('#discussions').evaluate(section => {
    const words = [...section.querySelectorAll('[data-field]')].map(field => {
      const box = field.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
      // Whoever only reads has no boxes.
      return box?.value ?? field.querySelector('p')?.textContent ?? ''
    })
    return words.flatMap((when, place) => (place % 2 === 0 ? [`${when} ${words[place + 1]}`] : []))
  })
}

/** The panel of rounds beside the text. */
async function openRounds(page: Page): Promise<Locator> {
  const panel = page.getByRole('tabpanel', { name: 'Remiss' })
  if (!(await panel.isVisible())) await page.getByRole('button', { name: /^Remiss/ }).click()
  await panel.waitFor()
  return panel
}

/** Sends a round to all who are proposed, from the panel; gives what the receipt says. */
export async function sendFromPanel(
  page: Page,
  { purpose = 'Synpunkter', closesOn }: { purpose?: 'Synpunkter' | 'Korrekturläsning'; closesOn: string },
): Promise<string> {
  await (await openRounds(page)).getByRole('button', { name: 'Skicka på remiss' }).click()
  const dialog = page.getByRole('dialog', { name: 'Skicka på remiss' })
  await dialog.getByRole('radio', { name: new RegExp(`^${purpose}`) }).check()
  await dialog.getByLabel('Svarsdatum').fill(closesOn)
  // The authors write on meanwhile.
  if (purpose === 'Synpunkter') await dialog.getByRole('radio', { name: /^Öppen/ }).check()
  await dialog.getByRole('button', { name: 'Skicka', exact: true }).click()
  const receipt = page.getByRole('dialog', { name: /är skickad$/ })
  await receipt.waitFor()
  const said = await receipt.innerText()
  await receipt.getByRole('button', { name: 'Stäng' }).click()
  return said
}

/** Closes a round from the panel, with the answers that have come. */
export async function closeFromPanel(page: Page, title: string): Promise<void> {
  const card = (await openRounds(page)).getByRole('article', { name: title })
  const close = card.getByRole('button', { name: 'Avsluta …' })
  const more = card.getByRole('button', { name: `Mer för ${title}` })
  await more.waitFor()
  if (await close.isVisible()) await close.click()
  else {
    await more.click()
    await page.getByRole('menuitem', { name: 'Avsluta …' }).click()
  }
  await page.getByRole('dialog').getByRole('button', { name: 'Avsluta', exact: true }).click()
  await card.getByText('Avslutad', { exact: true }).waitFor()
}

/** Where the ansökan is, in the line above the text. */
export async function stateOn(page: Page): Promise<string> {
  return (await page.locator('main [data-state-line]').innerText()).replaceAll(/\s+/g, ' ')
}

interface WrittenRemark {
  /** Heading of its section. */
  readonly about: string
  readonly text: string
}

interface WrittenReply {
  readonly stance: string
  readonly summary?: string
  readonly remarks?: readonly WrittenRemark[]
  /** How many of the comments that the party has made are taken in as remarks. */
  readonly gathers?: number
  /** Proposed instead of the words that the first remark is about. */
  readonly wording?: string
}

/** Answers a round for one's party: writes it, and sends it. */
export async function answerOnPage(
  page: Page,
  id: string,
  round: number,
  { stance, summary, remarks = [], gathers = 0, wording }: WrittenReply,
): Promise<void> {
  const reply = await openReply(page, id, round)
  if (gathers > 0) {
    await reply.getByRole('button', { name: 'Hämta från kommentarer' }).click()
    const add = `Lägg till ${gathers} synpunkt${gathers === 1 ? '' : 'er'}`
    await page.getByRole('dialog').getByRole('button', { name: add }).click()
    await remarksIn(reply)
      .nth(gathers - 1)
      .waitFor()
  }
  for (const remark of remarks) await writeRemark(reply, remark)
  if (wording !== undefined) {
    await reply.getByRole('button', { name: 'Föreslå ny lydelse' }).first().click()
    await reply.getByLabel('Föreslagen ny lydelse').first().fill(wording)
  }
  if (summary !== undefined) await summaryOf(reply).fill(summary)
  await reply.getByRole('radio', { name: stance, exact: true }).check()
  await sendOff(reply)
  await reply.getByText('Kvittens.').waitFor()
}

/** Adds a remark after those that are there. */
export async function writeRemark(reply: Locator, { about, text }: WrittenRemark): Promise<void> {
  const place = await remarksIn(reply).count()
  await reply.getByRole('button', { name: 'Lägg till synpunkt' }).click()
  await remarksIn(reply).nth(place).fill(text)
  await reply.getByRole('combobox').nth(place).selectOption({ label: about })
}

function remarksIn(reply: Locator): Locator {
  return reply.getByLabel('Vad ni tycker')
}

/** Opens what one's party has sent once more, to write another answer instead. */
export async function replaceReply(page: Page, id: string, round: number): Promise<Locator> {
  const reply = await openSentReply(page, id, round)
  await reply.getByRole('button', { name: 'Ersätt svar' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Öppna svaret' }).click()
  await summaryOf(reply).waitFor()
  return reply
}

/** What one's party has sent in a round. */
async function openSentReply(page: Page, id: string, round: number): Promise<Locator> {
  await page.goto(`/ansokningar/${id}/remiss/${round}`)
  await page.getByRole('button', { name: /^(?:Svara|Visa svaret)$/ }).click()
  const reply = replyOn(page)
  await reply.getByText('Kvittens.').waitFor()
  return reply
}

/** Lifts what one's party has opposed. */
export async function liftOnPage(page: Page, id: string, round: number, why: string): Promise<void> {
  const reply = await openSentReply(page, id, round)
  await reply.getByRole('button', { name: 'Lyft avstyrkandet' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Varför ni inte längre avstyrker').fill(why)
  await dialog.getByRole('button', { name: 'Lyft avstyrkandet' }).click()
  await reply.getByText(/^Avstyrkandet lyftes/).waitFor()
}

export async function openCompilation(page: Page, id: string, round: number): Promise<void> {
  await page.goto(`/ansokningar/${id}/remiss/${round}/sammanstallning`)
  await page.locator('#content:not([aria-busy="true"]) h1').waitFor()
}

interface WrittenAnswer {
  readonly verdict: 'Tas om hand' | 'Delvis' | 'Tas inte om hand'
  readonly reason?: string
  /** Heading of the section in which the text was changed. */
  readonly changedIn?: string
}

/** Answers a remark as the owner, in the sammanställning: `FK 1`. */
export async function answerRemark(
  page: Page,
  name: string,
  { verdict, reason, changedIn }: WrittenAnswer,
): Promise<void> {
  const card = page.getByRole('article', { name, exact: true })
  await card.getByRole('radio', { name: verdict, exact: true }).check()
  if (changedIn !== undefined) await card.getByLabel('Ändrat i').selectOption({ label: changedIn })
  if (reason !== undefined) {
    await card.getByRole('textbox').fill(reason)
    await card.getByRole('textbox').press('Tab')
  }
  await card.getByText(/^Sparat /).waitFor()
}
