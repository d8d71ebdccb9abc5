import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Seat, World, waiting } from '../harness/world.ts'
import { eventually } from './eventually.ts'
import { linksTo } from './letters.ts'
import { saidIn } from './onPage.ts'
import { writeIn } from './writeIn.ts'

let world: World
let karim: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  karim = await world.seat('karim')
  id = await world.newApplication(await world.seat('anna'), '2024', 'Samlat stöd')
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

/** A computer where nobody is signed in. */
async function strangersBrowser(): Promise<BrowserContext> {
  return await world.browser.newContext({ locale: 'sv-SE', baseURL: world.server.origin })
}

async function pageAt(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  return page
}

async function askForLink(page: Page, address: string): Promise<void> {
  await page.getByLabel('Din e-postadress i tjänsten').fill(address)
  await page.getByRole('button', { name: 'Skicka en länk' }).click()
  await page.getByText('Om adressen finns hos oss kommer ett mejl inom någon minut.').waitFor()
}

async function pressEnter(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gå in', exact: true }).click()
}

function heading(page: Page, name: string) {
  return page.getByRole('heading', { name, level: 1 })
}

/** How many links have been sent to her by this file. */
const sent = new Map<string, number>()
async function nextLinkTo(address: string): Promise<string> {
  const count = (sent.get(address) ?? 0) + 1
  sent.set(address, count)
  return (await linksTo(world, address, count)).at(-1) ?? ''
}

describe('A link by mail', () => {
  it('leads to the page that was asked for, and the page where it was asked for follows', async () => {
    const context = await strangersBrowser()
    const first = await pageAt(context, `/ansokningar/${id}`)
    await first.getByText('Gå in för att komma till sidan du bad om.').waitFor()
    await askForLink(first, 'Elin@FK.example ')
    const page = await pageAt(context, await nextLinkTo('elin@fk.example'))
    await heading(page, 'Gå in i Samskriv').waitFor()
    expect(new URL(page.url()).hash).toBe('')
    await pressEnter(page)
    for (const open of [page, first]) {
      await heading(open, 'Samlat stöd').waitFor()
      expect(new URL(open.url()).pathname).toBe(`/ansokningar/${id}`)
      await open.getByRole('button', { name: /^Elin Norgren, FK/ }).waitFor()
    }
    await context.close()
  })

  it('works once, in the browser that asked, and what to do is said everywhere else', async () => {
    const [context, other] = [await strangersBrowser(), await strangersBrowser()]
    await askForLink(await pageAt(context, '/'), 'sofia@region.example')
    const link = await nextLinkTo('sofia@region.example')

    const elsewhere = await pageAt(other, link)
    await pressEnter(elsewhere)
    await elsewhere.getByText(/bara att använda i den webbläsare där du bad om den/).waitFor()
    await elsewhere.getByLabel('Din e-postadress i tjänsten').waitFor()

    const page = await pageAt(context, link)
    await pressEnter(page)
    await heading(page, 'Ansökningar').waitFor()

    await page.goto(link)
    await page.getByText(/Just nu är Sofia Hedman, Region Uppsala, inne/).waitFor()
    await pressEnter(page)
    await page.getByText(/går inte att använda längre/).waitFor()
    await page.getByRole('heading', { name: 'Be om en ny länk' }).waitFor()
    await page.goto('/')
    await heading(page, 'Ansökningar').waitFor()
    await Promise.all([context.close(), other.close()])
  })

  it('that has been cut off says so, and a whole one opened in its place works', async () => {
    const context = await strangersBrowser()
    const page = await pageAt(context, '/')
    await askForLink(page, 'elin@fk.example')
    const link = await nextLinkTo('elin@fk.example')
    await page.goto(link.slice(0, -4))
    await heading(page, 'Länken är inte hel').waitFor()
    await page.evaluate(address => location.assign(address), link)
    await heading(page, 'Gå in i Samskriv').waitFor()
    await pressEnter(page)
    await heading(page, 'Ansökningar').waitFor()
    await context.close()
  })

  it('is asked for alike by somebody who is not known, and none is sent', async () => {
    const context = await strangersBrowser()
    await askForLink(await pageAt(context, '/'), 'ingen@heby.example')
    await askForLink(await pageAt(context, '/'), 'elin@fk.example')
    await nextLinkTo('elin@fk.example')
    expect(await linksTo(world, 'ingen@heby.example', 0)).toEqual([])
    await context.close()
  })
})

describe('An invitation by mail', () => {
  it('says who invites to what and for whom, asks for a name and lets one write', async () => {
    const anna = await world.seat('anna')
    const invited = await anna.context.request.post(`/api/applications/${id}/invitations`, {
      data: { addresses: ['mia@af.example'], role: 'partyEditor', message: 'Välkommen!' },
      headers: { origin: world.server.origin },
    })
    expect(invited.status()).toBe(200)
    const link = await nextLinkTo('mia@af.example')
    const context = await strangersBrowser()
    const page = await pageAt(context, link)
    await heading(page, 'Du är inbjuden').waitFor()
    await page.getByText('Anna Lindholm, Heby kommun, bjuder in dig till ansökan ”Samlat stöd”.').waitFor()
    await page.getByText('Arbetsförmedlingen').waitFor()
    const yes = page.getByRole('button', { name: 'Tacka ja och gå in' })
    await yes.click()
    await page.getByText('Skriv ditt namn.').waitFor()
    await eventually(() => page.getByLabel('Ditt namn').evaluate(box => box === document.activeElement)).toBe(
      true,
    )
    await page.keyboard.type('Mia Ek')
    await page.getByLabel('Din titel').fill('handläggare')
    await yes.click()
    await heading(page, 'Samlat stöd').waitFor()
    await page.locator('article[aria-busy="false"]').waitFor()
    await writeIn(page, 'purpose', 'Mia var här.')
    await eventually(async () => saidIn(await world.read(karim, id, '2024')).purpose).toEqual([
      'p Mia var här.',
    ])
    await context.close()

    const late = await strangersBrowser()
    await (await pageAt(late, link)).getByText(/Inbjudan finns inte längre/).waitFor()
    await late.close()
  })
})

describe('A guest link', () => {
  it('asks for a name and leads into that ansökan, again and again, until it is taken back', async () => {
    const anna = await world.seat('anna')
    const headers = { origin: world.server.origin }
    const links = `/api/applications/${id}/guest-links`
    const made = await anna.context.request.post(links, {
      data: { label: 'Utvärderaren', partyId: 'region', role: 'reader', endsOn: inAMonth() },
      headers,
    })
    const { link, secret } = (await made.json()) as { link: { id: string }; secret: string }
    const context = await strangersBrowser()
    const page = await pageAt(context, `/gast#${secret}`)
    for (const name of ['Ulla', 'Ulla Ström']) {
      await page.goto(`/gast#${secret}`)
      await page.getByLabel('Ditt namn').fill(name)
      await pressEnter(page)
      await heading(page, 'Samlat stöd').waitFor()
      await page.getByRole('button', { name: `${name}, Regionen Konto och utgång` }).waitFor()
    }
    await page.goto('/ansokningar')
    await heading(page, 'Ansökningar').waitFor()
    await eventually(() => page.locator('article').count()).toBe(1)

    await anna.context.request.delete(`${links}/${link.id}`, { headers })
    const late = await strangersBrowser()
    const other = await pageAt(late, `/gast#${secret}`)
    await other.getByRole('alert').getByText('Gästlänken finns inte längre.').waitFor()
    await other.getByText('Be den som gav dig länken om en ny.').waitFor()
    expect(await other.getByLabel('Ditt namn').count()).toBe(0)
    await Promise.all([context.close(), late.close()])
  })
})

describe('One’s own account', () => {
  it('shows where one is signed in, ends one of them, and all of them', async () => {
    const [here, there, third] = [
      await world.seat('elin'),
      await world.seat('elin'),
      await world.seat('elin'),
    ]
    await there.open(id)
    await here.page.goto('/konto')
    const rows = here.page.getByRole('region', { name: 'Där du är inne' }).getByRole('listitem')
    await rows.filter({ hasText: 'Den här webbläsaren' }).waitFor()
    const before = await rows.count()
    expect(before).toBeGreaterThanOrEqual(3)
    // The newest first: that is the third.
    await rows.first().getByRole('button').click()
    await eventually(() => rows.count()).toBe(before - 1)
    await third.page.goto('/ansokningar')
    await third.page.getByRole('heading', { name: 'Gå in som' }).waitFor()

    await here.page.getByRole('button', { name: 'Gå ut överallt' }).click()
    await here.page.getByRole('dialog').getByRole('button', { name: 'Gå ut överallt' }).click()
    await here.page.getByRole('heading', { name: 'Gå in som' }).waitFor()
    await there.page.getByText('Du är utloggad. Det du skriver ligger kvar').waitFor()
  })

  it('lets one correct one’s name and take one’s data along', async () => {
    const { page } = await world.seat('sofia')
    await page.goto('/konto')
    await page.getByLabel('Ditt namn').fill('Sofia Hedman-Berg')
    await page.getByRole('button', { name: 'Spara uppgifterna' }).click()
    await page.getByRole('button', { name: /Sofia Hedman-Berg, Regionen/ }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Hämta mina uppgifter' }).click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({
      person: { name: 'Sofia Hedman-Berg', address: 'sofia@region.example' },
    })
  })
})

describe('Somebody who is signed out while she writes', () => {
  it('writes on, comes in again in place, and all of it is saved', async () => {
    const anna = await world.seat('anna')
    const mine = await world.newApplication(anna, '2024')
    await anna.open(mine)
    const { page } = anna
    await writeIn(page, 'background', 'Före.')
    await anna.saved()
    await endSessionOf(anna)
    await page.getByText('Du är utloggad.').waitFor()
    await page.keyboard.type(' Under tiden.')
    await page.getByText('Det du har skrivit (1 ändring) ligger kvar i den här webbläsaren').waitFor()
    expect(saidIn(await world.read(karim, mine, '2024')).background).toEqual(['p Före.'])

    await page.getByRole('button', { name: 'Gå in igen' }).click()
    await page
      .getByRole('dialog', { name: 'Gå in igen' })
      .getByRole('button', { name: 'Jag är Anna Lindholm' })
      .click()
    await anna.saved()
    await page.keyboard.type(' Efter.')
    await anna.saved()
    expect(saidIn(await world.read(karim, mine, '2024')).background).toEqual(['p Före. Under tiden. Efter.'])
  })

  it('comes in by a link in another tab, and the page where she wrote goes on by itself', async () => {
    const elin = await world.seat('elin')
    await elin.open(id)
    const { page } = elin
    await endSessionOf(elin)
    await writeIn(page, 'background', 'Utan inloggning.')
    await page.getByRole('button', { name: 'Gå in igen' }).click()
    await askForLink(page, 'elin@fk.example')
    const other = await pageAt(elin.context, await nextLinkTo('elin@fk.example'))
    await pressEnter(other)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await elin.saved()
    expect(saidIn(await world.read(karim, id, '2024')).background).toEqual(['p Utan inloggning.'])
  })

  it('has her text neither sent nor shown when somebody else comes in, and finds it again herself', async () => {
    const anna = await world.seat('anna')
    const mine = await world.newApplication(anna, '2024')
    await anna.open(mine)
    const { page } = anna
    await endSessionOf(anna)
    await writeIn(page, 'background', 'Bara mitt.')
    await eventually(() => waiting(page)).toBeGreaterThan(0)

    const theirs = await pageAt(anna.context, '/')
    await theirs.getByRole('button', { name: 'Jag är Karim Sandell' }).click()
    await page.getByText(/Nu är Karim Sandell inne i den här webbläsaren/).waitFor()
    await page.getByRole('button', { name: /^Karim Sandell, AF/ }).waitFor()
    await page.locator('article[aria-busy="false"]').waitFor()
    expect(await page.locator('#background').innerText()).not.toContain('Bara mitt.')
    await writeIn(page, 'background', 'Karims.')
    await eventually(async () => saidIn(await world.read(karim, mine, '2024')).background).toEqual([
      'p Karims.',
    ])

    await anna.context.request.post('/api/demo/session', {
      data: { personId: 'anna' },
      headers: { origin: world.server.origin },
    })
    await page.goto(`/ansokningar/${mine}`)
    await eventually(async () =>
      saidIn(await world.read(karim, mine, '2024')).background?.join(''),
    ).toContain('Bara mitt.')
  })
})

describe('Going to another page', () => {
  it('puts focus on its heading', async () => {
    const { page } = await world.seat('elin')
    await page.goto('/ansokningar')
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await page.getByRole('link', { name: 'Ny ansökan' }).click()
    await eventually(focused).toBe('Ny ansökan')
    await page.getByRole('link', { name: 'Avbryt' }).click()
    await eventually(focused).toBe('Ansökningar')
    await page.getByRole('link', { name: 'Samlat stöd' }).click()
    await page.locator('article[aria-busy="false"]').waitFor()
    await eventually(focused).toBe('Samlat stöd')
    await page.goBack()
    await eventually(focused).toBe('Ansökningar')
  })
})

/** A day as `2026-12-24`. */
function inAMonth(): string {
  return new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 10)
}

/** Ends her session at the server, as another of her browsers would; this one is not told by itself. */
async function endSessionOf(seat: Seat): Promise<void> {
  const answer = await seat.context.request.get('/api/sessions')
  const { sessions } = (await answer.json()) as { sessions: { id: string; isThis: boolean }[] }
  const own = sessions.find(({ isThis }) => isThis)
  await seat.context.request.delete(`/api/sessions/${own?.id}`, { headers: { origin: world.server.origin } })
}
