import type { Locator, Page } from 'playwright-core'
import type { SendRound } from '../../shared/http/consultation.ts'
import type { Reply } from '../../shared/http/replies.ts'
import type { Seat, World } from '../harness/world.ts'
import { linksTo } from './letters.ts'

/** An ansökan that is out on remiss, and two people of Försäkringskassan: Elin, who leads, and Eva. */
export interface AskedParty {
  readonly id: string
  readonly elin: Page
  readonly eva: Page
}

let rounds = 0

/**
 * Starts an ansökan, lets Elin lead for Försäkringskassan and Eva in as her colleague, and sends the first round, of what
 * `write` has put in it.
 */
export async function askParty(
  world: World,
  owner: Seat,
  elin: Seat,
  changes: Partial<SendRound> = {},
  write = async (_id: string): Promise<void> => {},
): Promise<AskedParty> {
  const id = await world.newApplication(owner, '2024', 'Samlat stöd')
  await write(id)
  const address = `eva${rounds}@fk.example`
  const ask = asker(world, owner)
  await ask('put', `/api/applications/${id}/members/elin`, { role: 'partyLead' })
  await ask('post', `/api/applications/${id}/invitations`, {
    ...{ addresses: [address], role: 'partyEditor', message: '' },
  })
  const eva = await colleague(world, address)
  const access = (await ask('get', `/api/applications/${id}/access`)) as {
    members: { name: string; personId: string }[]
  }
  const evaId = access.members.find(({ name }) => name === 'Eva Ström')?.personId ?? ''
  rounds += 1
  await ask('post', `/api/applications/${id}/rounds`, {
    id: `abcdefabcdef${String(rounds).padStart(8, '0')}`,
    purpose: 'remarks',
    sections: null,
    message: '',
    recipients: [
      { partyId: 'fk', personIds: ['elin', evaId] },
      { partyId: 'af', personIds: ['karim'] },
    ],
    closesOn: null,
    closesByItself: false,
    textIsOpen: true,
    repliesAreSeen: 'whenOver',
    ...changes,
  })
  return { id, elin: elin.page, eva }
}

/** Asks the server as somebody, and reads its answer; throws at what is refused. */
export function asker(
  { server }: { readonly server: { readonly origin: string } },
  { context }: Pick<Seat, 'context'>,
) {
  return async (how: 'get' | 'post' | 'put', path: string, data?: unknown): Promise<unknown> => {
    const answer = await context.request[how](path, { data, headers: { origin: server.origin } })
    if (!answer.ok()) throw new Error(`${how} ${path}: ${answer.status()} ${await answer.text()}`)
    return answer.status() === 204 ? null : await answer.json()
  }
}

/** Comes in by the link in the letter, in a browser of her own. */
async function colleague(world: World, address: string): Promise<Page> {
  const [link = ''] = await linksTo(world, address, 1)
  const context = await world.browser.newContext({
    ...{ locale: 'sv-SE', baseURL: world.server.origin, viewport: { width: 1280, height: 900 } },
  })
  const page = await context.newPage()
  await page.goto(link)
  await page.getByLabel('Ditt namn').fill('Eva Ström')
  await page.getByRole('button', { name: 'Tacka ja och gå in' }).click()
  await page.locator('article[aria-busy="false"]').waitFor()
  return page
}

/** My party's answer, on the page of the round. */
export function replyOn(page: Page): Locator {
  return page.locator('[data-reply]')
}

/** Opens a round and my party's answer beside it, and begins it if nobody has. */
export async function openReply(page: Page, id: string, round = 1): Promise<Locator> {
  await page.goto(`/ansokningar/${id}/remiss/${round}`)
  await page.getByRole('button', { name: 'Svara' }).click()
  const reply = replyOn(page)
  const begin = reply.getByRole('button', { name: 'Skriv svar' })
  await begin.or(summaryOf(reply)).first().waitFor()
  if (await begin.isVisible()) await begin.click()
  await summaryOf(reply).waitFor()
  return reply
}

export function summaryOf(reply: Locator): Locator {
  return reply.getByRole('textbox', { name: 'Sammanfattning' })
}

/** Sends what is written, after the last look. */
export async function sendOff(reply: Locator, button: RegExp = /^Skicka svaret/): Promise<void> {
  await reply.getByRole('button', { name: button }).click()
  await reply.page().getByRole('dialog').getByRole('button', { name: 'Skicka svaret' }).click()
}

/** The answers that somebody sees, as the server tells them. */
export async function repliesTo(page: Page, id: string): Promise<readonly Reply[]> {
  const answer = await page.context().request.get(`/api/applications/${id}/rounds/1/replies`)
  return ((await answer.json()) as { replies: Reply[] }).replies
}
