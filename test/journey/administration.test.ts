import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { World } from '../harness/world.ts'
import { linksTo } from './letters.ts'

const root = join(import.meta.dirname, '..', '..')

let world: World
beforeAll(async () => {
  world = await World.begin({ DEMO: 'off' })
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

async function browser(): Promise<BrowserContext> {
  return await world.browser.newContext({ locale: 'sv-SE', baseURL: world.server.origin })
}

/** What the operator is given by the command. */
async function firstLink(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['server/commands/administrator.ts'], {
    cwd: root,
    env: { DATA_DIR: world.server.dataDir, PUBLIC_ORIGIN: world.server.origin, DEMO: 'off' },
  })
  return /http\S+#\S+/.exec(stdout)?.[0] ?? ''
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value)
  }
}

/** Comes in by a link by mail, the first that she asks for. */
async function enterByMail(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto('/')
  await page.getByLabel('Din e-postadress i tjänsten').fill(address)
  await page.getByRole('button', { name: 'Skicka en länk' }).click()
  await page.getByText('Om adressen finns hos oss').waitFor()
  await page.goto((await linksTo(world, address, 1)).at(-1) ?? '')
  await page.getByRole('button', { name: 'Gå in', exact: true }).click()
  await page.getByRole('heading', { name: 'Ansökningar' }).waitFor()
  return page
}

it('From an empty data folder one administers organisations and people, who come in and go out', async () => {
  const page = await (await browser()).newPage()
  await page.goto('/')
  await page.getByRole('heading', { name: 'Det går inte att logga in här ännu' }).waitFor()

  await page.goto(await firstLink())
  await fill(page, {
    'Ditt namn': 'Ingrid Falk',
    'Din titel': 'systemförvaltare',
    'Din e-postadress i tjänsten': 'ingrid@heby.example',
    'Organisationens namn': 'Heby kommun',
    'Kort namn': 'Heby',
  })
  await page.getByRole('button', { name: 'Börja' }).click()
  await page.getByRole('heading', { name: 'Administration' }).waitFor()
  await page.getByText('@heby.example. Går in med länk i mejl.').waitFor()

  await page.getByRole('button', { name: 'Lägg till en organisation' }).click()
  await fill(page, {
    'Organisationens namn': 'Arbetsförmedlingen',
    'Kort namn': 'AF',
    'E-postdomäner': 'af',
  })
  await page.getByLabel('Slag').selectOption('Arbetsförmedlingen')
  // Heby has ochre: another is proposed, so that carets are told apart.
  expect(await page.getByLabel('Blå').isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Skriv domänerna så som de står efter @').waitFor()
  await page.getByLabel('E-postdomäner').fill('af.example, heby.example')
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('En annan organisation har redan den e-postdomänen.').waitFor()
  await page.getByLabel('E-postdomäner').fill('@af.example')
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Arbetsförmedlingen är sparad').waitFor()
  await page.getByRole('heading', { name: 'Arbetsförmedlingen' }).waitFor()

  await page.getByRole('button', { name: 'Lägg till en person' }).click()
  await fill(page, { Namn: 'Karim Sandell', Titel: 'handläggare', 'E-postadress': 'karim@af.example' })
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Ett brev om kontot är på väg till karim@af.example.').waitFor()
  await page.getByRole('heading', { name: 'Karim Sandell' }).waitFor()
  await page.getByLabel('Sök namn').fill('handläggare')
  await page.getByRole('button', { name: 'Sök' }).click()
  await page.getByText('1 person', { exact: true }).waitFor()

  const theirs = await enterByMail(await browser(), 'karim@af.example')
  await theirs.goto('/administration')
  await theirs.getByRole('heading', { name: 'Sidan finns inte' }).waitFor()

  await page.getByRole('button', { name: 'Karim Sandell har slutat' }).click()
  await page.getByLabel('Tidigare medarbetare, AF').check()
  await page.getByRole('button', { name: 'Stäng ute personen' }).click()
  await page.getByText('Visas för andra som ”Tidigare medarbetare, AF”.').waitFor()
  await theirs.goto('/ansokningar')
  await theirs.getByText('Gå in för att komma till sidan du bad om.').waitFor()

  await page.getByRole('button', { name: 'Släpp in Karim Sandell igen' }).click()
  await page.getByRole('button', { name: 'Karim Sandell har slutat' }).waitFor()
})

it('Whoever opens a link that is over is told so at once, and not when all is filled in', async () => {
  const page = await (await browser()).newPage()
  await page.goto(`/forsta#${'x'.repeat(43)}`)
  await page.getByText('Den som sköter servern gör en ny länk').waitFor()
  expect(await page.getByLabel('Ditt namn').count()).toBe(0)
  await page.goto(`/gast#${'x'.repeat(43)}`)
  await page.getByText('Be den som gav dig länken om en ny.').waitFor()
  expect(await page.getByLabel('Ditt namn').count()).toBe(0)
})

it('Whoever leaves names a colleague for what she alone answers for, after a fresh sign-in', async () => {
  const demo = await World.begin()
  try {
    const [anna, ingrid] = [await demo.seat('anna'), await demo.seat('ingrid')]
    const id = await demo.newApplication(anna, '2024')
    const { page } = ingrid
    await page.goto('/administration')
    await page.getByRole('heading', { name: 'Anna Lindholm' }).waitFor()
    await page.getByRole('button', { name: 'Anna Lindholm har slutat' }).click()
    const dialog = page.getByRole('dialog', { name: 'Anna Lindholm har slutat' })
    await dialog.getByText('Personen är ensam ansvarig för').waitFor()
    await dialog.getByRole('button', { name: 'Stäng ute personen' }).click()
    await dialog.getByText('Välj vem som tar över.').waitFor()
    await dialog.getByLabel('Ny ansvarig').selectOption('Ingrid Falk, systemadministratör')

    // As if she had signed in more than half an hour ago.
    const stale = { status: 403, json: { kind: 'freshSignInNeeded', status: 403, fields: [] } }
    await page.route('**/deactivate', route => route.fulfill(stale), { times: 1 })
    await dialog.getByRole('button', { name: 'Stäng ute personen' }).click()
    await dialog.getByText('behöver du ha gått in den senaste halvtimmen').waitFor()
    await dialog.getByRole('button', { name: 'Gå in igen' }).click()
    const again = page.getByRole('dialog', { name: 'Gå in igen' })
    await again.getByRole('button', { name: /Ingrid Falk/ }).click()
    await dialog.getByText('Du är inne igen. Försök en gång till.').waitFor()
    expect(await dialog.getByLabel('Ny ansvarig').locator('option:checked').textContent()).toBe(
      'Ingrid Falk, systemadministratör',
    )
    await dialog.getByRole('button', { name: 'Stäng ute personen' }).click()
    await page.getByText('Anna Lindholm kommer inte in längre').waitFor()

    await page.goto(`/ansokningar/${id}/logg`)
    await page.getByText('Gjorde Ingrid Falk ansvarig i stället för den som har slutat.').waitFor()
  } finally {
    await demo.end()
  }
})
