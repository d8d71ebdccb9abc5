import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PeopleFile } from '../../server/people/peopleFile.ts'
import { DemoServer } from '../harness/demoServer.ts'
import { World } from '../harness/world.ts'
import { clientSecret, RealProvider } from '../server/people/openId/RealProvider.ts'
import { eventually } from './eventually.ts'
import { linksTo } from './letters.ts'
import { writeIn } from './writeIn.ts'

const contexts: BrowserContext[] = []
/** What went wrong on our pages. */
const faults: string[] = []

let folder: string
let provider: RealProvider
let world: World
let id: string

beforeAll(async () => {
  provider = await RealProvider.start()
  provider.accounts.set('anna-1', { email: 'anna@heby.example', email_verified: true })
  provider.accounts.set('ingrid-1', { email: 'ingrid@heby.example', email_verified: true })
  provider.accounts.set('ny-1', { email: 'ny@heby.example', email_verified: true, name: 'Nina Ny' })
  provider.accounts.set('okand', { email: 'okand@heby.example', email_verified: false })
  folder = await mkdtemp(join(tmpdir(), 'samskriv-openid-'))

  // An ansökan from before the organisation got its sign-in.
  const demo = await DemoServer.start()
  id = await (await demo.enter('anna')).newApplicationAlone('2024', 'Samlat stöd')
  await demo.stop()
  const people = join(demo.dataDir, 'people.json')
  const file = JSON.parse(await readFile(people, 'utf8')) as PeopleFile
  if (file.organisations.heby) file.organisations.heby.signIn = 'openId'
  await writeFile(people, JSON.stringify(file))

  const settings = {
    party: 'heby',
    issuer: provider.issuer,
    clientId: 'samskriv',
    clientSecretFile: 'secret',
  }
  const path = join(folder, 'providers.json')
  await writeFile(path, JSON.stringify([settings]))
  await writeFile(join(folder, 'secret'), clientSecret)
  world = await World.begin({ OIDC_PROVIDERS_FILE: path, DATA_DIR: demo.dataDir })
})
afterAll(async () => {
  await Promise.all(contexts.map(context => context.close()))
  await world.end()
  await provider.stop()
  await rm(folder, { recursive: true })
})
afterEach(() => expect(faults.splice(0)).toEqual([]))

/** A computer where nobody is signed in, here or at the organisation. */
async function stranger(): Promise<Page> {
  const context = await world.browser.newContext({ locale: 'sv-SE', baseURL: world.server.origin })
  contexts.push(context)
  context.on('weberror', fault => faults.push(fault.error().message))
  context.on('console', message => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
      faults.push(message.text())
  })
  return await context.newPage()
}

/** Writes an address on our page, and comes to the page of her organisation. */
async function goToOrganisation(page: Page, address: string): Promise<void> {
  await page.getByLabel('Din e-postadress i tjänsten').fill(address)
  await page.getByText('Har din organisation en egen inloggning kommer du till den i stället.').waitFor()
  await page.getByRole('button', { name: 'Skicka en länk' }).click()
  await page.waitForURL(`${provider.issuer}/**`)
}

/** Signs in at her organisation, and agrees to what it tells us. */
async function signInThere(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('vad som helst')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

describe('Somebody whose organisation has a sign-in of its own', () => {
  it('writes her address, signs in there, and lands on the page that she was going to', async () => {
    const page = await stranger()
    await page.goto(`/ansokningar/${id}`)
    await goToOrganisation(page, 'Anna@heby.example')
    await signInThere(page, 'anna-1')
    await page.getByRole('heading', { name: 'Samlat stöd', level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/ansokningar/${id}`)
    await page.getByRole('button', { name: /^Anna Lindholm, Heby/ }).waitFor()

    await page.goto('/konto')
    await page.getByText('med organisationens inloggning').waitFor()
  })

  it('is led there from an invitation, and has access when she is in', async () => {
    const anna = await stranger()
    await anna.goto('/')
    await goToOrganisation(anna, 'anna@heby.example')
    await signInThere(anna, 'anna-1')
    await anna.getByRole('heading', { name: 'Ansökningar', level: 1 }).waitFor()
    const invited = await anna.request.post(`/api/applications/${id}/invitations`, {
      data: { addresses: ['ny@heby.example'], role: 'partyEditor', message: '' },
      headers: { origin: world.server.origin },
    })
    expect(invited.status()).toBe(200)
    const [link = ''] = await linksTo(world, 'ny@heby.example', 1)

    const page = await stranger()
    await page.goto(link)
    await page.getByRole('button', { name: 'Till organisationens inloggning' }).click()
    await signInThere(page, 'ny-1')
    await page.getByRole('link', { name: 'Samlat stöd' }).click()
    await page.locator('article[aria-busy="false"]').waitFor()
    await page.getByRole('button', { name: /^Nina Ny, Heby/ }).waitFor()
  })

  it('is told why when she does not get in, and comes back when she says no', async () => {
    const page = await stranger()
    await page.goto('/')
    await goToOrganisation(page, 'okand@heby.example')
    await signInThere(page, 'okand')
    await page
      .getByRole('alert')
      .filter({ hasText: 'intygar inte vilken e-postadress du har, så du kom inte in' })
      .waitFor()

    const other = await stranger()
    await other.goto('/')
    await goToOrganisation(other, 'anna@heby.example')
    await other.getByRole('link', { name: 'Cancel' }).click()
    await other.getByRole('alert').filter({ hasText: 'hos din organisation avbröts' }).waitFor()
    await other.getByLabel('Din e-postadress i tjänsten').waitFor()
  })

  it('is unlinked from it by an administrator, and is out', async () => {
    const karin = await stranger()
    provider.accounts.set('karin-1', { email: 'karin@heby.example', email_verified: true, name: 'Karin Ek' })
    await karin.goto('/')
    await goToOrganisation(karin, 'karin@heby.example')
    await signInThere(karin, 'karin-1')
    await karin.getByRole('heading', { name: 'Ansökningar', level: 1 }).waitFor()

    const page = await stranger()
    await page.goto('/administration')
    await goToOrganisation(page, 'ingrid@heby.example')
    await signInThere(page, 'ingrid-1')
    await page.getByText('Organisationens id: heby', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Ändra Per Vallgren' }).click()
    await page.getByRole('dialog').getByLabel('Namn').waitFor()
    expect(await page.getByRole('button', { name: 'Koppla bort inloggningen' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Avbryt' }).click()
    await page.getByRole('button', { name: 'Ändra Karin Ek' }).click()
    await page.getByText('nästa gång avgör e-postadressen').waitFor()
    await page.getByRole('button', { name: 'Koppla bort inloggningen' }).click()
    await page.getByText('Karin Ek är bortkopplad från sin inloggning').waitFor()
    await page.goto('/logg')
    await page.getByText('Kopplade bort Karin Ek från inloggningen hos organisationen.').waitFor()

    await karin.goto('/ansokningar')
    await karin.getByText('Gå in för att komma till sidan du bad om.').waitFor()
  })

  it('comes in again in another tab when she is signed out while she writes, and goes on where she was', async () => {
    const page = await stranger()
    await page.goto(`/ansokningar/${id}`)
    await goToOrganisation(page, 'anna@heby.example')
    await signInThere(page, 'anna-1')
    await page.locator('article[aria-busy="false"]').waitFor()
    await page.request.delete('/api/session', { headers: { origin: world.server.origin } })
    await writeIn(page, 'background', 'Utan inloggning.')
    await page.getByRole('button', { name: 'Gå in igen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Din e-postadress i tjänsten').fill('anna@heby.example')
    await dialog.getByRole('button', { name: 'Skicka en länk' }).click()
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      dialog.getByRole('link', { name: 'Öppna den i en ny flik' }).click(),
    ])
    // She is still in at her organisation: nothing is asked there.
    await tab.locator('article[aria-busy="false"]').waitFor()
    await dialog.waitFor({ state: 'detached' })
    await page.locator('[data-state="saved"]').waitFor()
    await eventually(() => tab.locator('#background').innerText()).toContain('Utan inloggning.')
  })
})
