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
