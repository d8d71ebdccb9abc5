import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '../harness/readPdf.ts'
import { readWorkbook } from '../harness/readWorkbook.ts'
import { type Seat, World } from '../harness/world.ts'
import { all, Docx, textIn } from '../server/export/docx/readDocx.ts'
import { answerRound, letLead } from './compiling.ts'
import { chosen, menuItem, pressed } from './downloading.ts'
import { eventually } from './eventually.ts'
import { sendRound } from './rounds.ts'
import { isSound } from './versionPages.ts'
import { writeIn } from './writeIn.ts'

let world: World
let anna: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
  await anna.page.emulateMedia({ reducedMotion: 'reduce' })
  id = await world.newApplication(anna, '2024', 'Samlat stöd')
  await letLead(world, anna, id)
  await anna.open(id)
  await writeIn(anna.page, 'purpose', 'Insatsen riktar sig till unga.')
  await anna.saved()
  await sendRound(world, anna, id, { parties: { af: ['karim'], fk: ['elin'], region: ['sofia'] } })
  await answerRound(world, 'karim', id, {
    stance: 'endorsesWithRemarks',
    remarks: [{ section: 'purpose', text: 'För kort.', wording: 'Längre.' }],
  })
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

const words = (bytes: Uint8Array) => textIn(new Docx(bytes).body)

describe('An ansökan is fetched from its page', () => {
  it('as Word, with comments and without', async () => {
    const { page } = anna
    await anna.open(id)
    const clean = await chosen(page, 'Hämta', 'Ansökan som Word')
    expect(clean.name).toBe('Ansökan Samlat stöd.docx')
    expect(words(clean.bytes)).toContain('Insatsen riktar sig till unga.')
    const commented = await chosen(page, 'Hämta', 'Ansökan som Word, med kommentarer')
    expect(words(commented.bytes)).toContain('Insatsen riktar sig till unga.')
  })

  it('as a PDF to keep, and as one to listen to', async () => {
    const { page } = anna
    const kept = await chosen(page, 'Hämta', 'PDF för arkiv (PDF/A)')
    expect(kept.name).toBe('Ansökan Samlat stöd.pdf')
    const archive = await readPdf(kept.bytes)
    expect(archive.text).toContain('Insatsen riktar sig till unga.')
    const heard = await chosen(page, 'Hämta', 'PDF för skärmläsare (PDF/UA)')
    expect(heard.name).toBe('Ansökan för skärmläsare Samlat stöd.pdf')
    expect([archive.standard, (await readPdf(heard.bytes)).standard]).toEqual(['A-2a', 'UA-1'])
  })

  it('and its budget as a workbook; a version by its own name', async () => {
    const { page } = anna
    const budget = await chosen(page, 'Hämta', 'Budgeten som Excel')
    expect(readWorkbook(budget.bytes).length).toBeGreaterThan(0)
    await page.goto(`/ansokningar/${id}/versioner/1`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const then = await chosen(page, 'Hämta', 'PDF för arkiv (PDF/A)')
    expect(then.name).toMatch(/^Ansökan Samlat stöd version \d+\.\d+\.pdf$/)
    expect((await readPdf(then.bytes)).text).toMatch(new RegExp(`${id} · version \\d+\\.\\d+`))
  })
})

describe('While a file is being made', () => {
  it('its button says so, and cannot be pressed again; the rest of the page can', async () => {
    const { page } = anna
    await anna.open(id)
    let go = () => {}
    const held = new Promise<void>(resolve => {
      go = resolve
    })
    await page.route('**/application.pdf*', async route => {
      await held
      await route.continue()
    })
    await page.getByRole('button', { name: 'Hämta', exact: true }).click()
    await isSound(page, '[role="menu"]')
    const saved = page.waitForEvent('download')
    await menuItem(page, 'PDF för arkiv (PDF/A)').click()
    const busy = page.getByRole('button', { name: 'Hämtar filen …' })
    await busy.waitFor()
    expect(await busy.getAttribute('aria-disabled')).toBe('true')
    await busy.click({ force: true })
    expect(await page.getByRole('menu').count()).toBe(0)
    await writeIn(page, 'purpose', 'Också det här.')
    go()
    await saved
    await page.getByRole('button', { name: 'Hämta', exact: true }).waitFor()
    await page.unroute('**/application.pdf*')
  })
})

describe('A file that does not come', () => {
  const failing = async (body: { status: number; json: object } | 'cut') => {
    await anna.page.route('**/application.docx*', async route => {
      if (body === 'cut') await route.abort()
      else await route.fulfill({ status: body.status, json: body.json })
    })
  }
  afterEach(async () => await anna.page.unroute('**/application.docx*'))

  it('is told on the page, which stays, and is forgotten when it comes after all', async () => {
    const { page } = anna
    await anna.open(id)
    const address = page.url()
    const told = page.getByRole('alert').filter({ hasText: 'Filen hämtades inte.' })
    const press = async () => {
      await page.getByRole('button', { name: 'Hämta', exact: true }).click()
      await menuItem(page, 'Ansökan som Word').click()
    }
    await failing({ status: 422, json: { kind: 'fileNotMade', status: 422, fields: [] } })
    await press()
    await told.getByText('för mycket text eller för stora bilder').waitFor()
    await isSound(page)
    await page.unroute('**/application.docx*')
    await failing('cut')
    await press()
    await told.getByText('Ingen kontakt.').waitFor()
    await page.unroute('**/application.docx*')
    const { name } = await chosen(page, 'Hämta', 'Ansökan som Word')
    expect(name).toBe('Ansökan Samlat stöd.docx')
    await eventually(() => told.count()).toBe(0)
    expect(page.url()).toBe(address)
  })
})

describe('A sammanställning is fetched from its page', () => {
  it('as Word, PDF and table', async () => {
    const { page } = anna
    await page.goto(`/ansokningar/${id}/remiss/1/sammanstallning`)
    const menu = 'Hämta sammanställningen'
    const word = await chosen(page, menu, 'Sammanställning som Word')
    expect(word.name).toBe('sammanstallning-1.docx')
    expect(all(new Docx(word.bytes).body, 'w:tr').map(textIn)).toContain('AF 1För kort.Längre.Inte besvarad.')
    for (const [file, standard] of [
      ['PDF för arkiv (PDF/A)', 'A-2a'],
      ['PDF för skärmläsare (PDF/UA)', 'UA-1'],
    ] as const) {
      const read = await readPdf((await chosen(page, menu, file)).bytes)
      expect([read.standard, read.text.includes('För kort.')]).toEqual([standard, true])
    }
    const table = await chosen(page, menu, 'Sammanställning som tabell (CSV)')
    expect(new TextDecoder().decode(table.bytes)).toContain('"För kort."')
  })

  it('with the records, each in the formats that it stands with', async () => {
    const { page } = anna
    await page.getByText('Handlingar', { exact: true }).click()
    const line = page
      .locator('#handlingar li')
      .filter({ has: page.getByRole('heading', { name: 'Svar på Remiss 1: Samlat stöd' }) })
    const file = (name: string) => pressed(page, line.getByRole('link', { name }))
    expect((await file('Webbsida')).name).toBe('Svar 1 på Remiss 1.html')
    const word = await file('Word')
    expect([word.name, words(word.bytes).includes('För kort.')]).toEqual(['Svar 1 på Remiss 1.docx', true])
    const pdf = await file('PDF')
    expect([pdf.name, (await readPdf(pdf.bytes)).standard]).toEqual(['Svar 1 på Remiss 1.pdf', 'A-2a'])
    const register = await pressed(page, page.getByRole('link', { name: 'Hämta registret som tabell' }))
    expect(new TextDecoder().decode(register.bytes)).toContain('svar-1.pdf')
    await isSound(page)
  })

  it('and a record that does not come is told on its own line', async () => {
    const { page } = anna
    await page.route('**/records/af/svar-1.pdf', route => route.abort())
    const line = page
      .locator('#handlingar li')
      .filter({ has: page.getByRole('heading', { name: 'Svar på Remiss 1: Samlat stöd' }) })
    await line.getByRole('link', { name: 'PDF' }).click()
    await line.getByRole('alert').getByText('Filen hämtades inte. Ingen kontakt.').waitFor()
    await page.unroute('**/records/af/svar-1.pdf')
  })
})

describe('A form that nobody has written in', () => {
  it('is fetched from where it is shown, and from where an ansökan is started on it', async () => {
    const { page } = anna
    await page.goto('/blanketter/2019')
    const word = await chosen(page, 'Hämta 2019 års blankett tom', 'Tom blankett som Word')
    expect(word.name).toBe('2019 års blankett.docx')
    expect(words(word.bytes)).toContain('Insatsens namn')
    await isSound(page)
    await page.goto('/ansokningar/ny')
    const pdf = await chosen(page, 'Hämta 2024 års blankett tom', 'PDF för arkiv (PDF/A)')
    expect(pdf.name).toBe('2024 års blankett.pdf')
    expect((await readPdf(pdf.bytes)).standard).toBe('A-2a')
    await isSound(page)
  })
})
