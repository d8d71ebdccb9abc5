import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { forms } from '../../shared/form/forms.ts'
import { nameMaxLength } from '../../shared/http/application.ts'
import { imageMaxBytes } from '../../shared/http/image.ts'
import { Visitor } from '../harness/rawClient.ts'
import { type Seat, World } from '../harness/world.ts'
import { copyToClipboard } from './clipboard.ts'
import { eventually } from './eventually.ts'
import { pressTool } from './fillInRichText.ts'
import { drawnForm, printedForm } from './printedForm.ts'

let world: World
let anna: Seat
let page: Page
beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
  page = anna.page
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

describe('An empty form', () => {
  it.each(forms)('shows every word of $id as it was printed, and adds none of its own', async form => {
    await page.goto(`/blanketter/${form.id}`)
    const golden = readFileSync(new URL(`../golden/forms/${form.id}.txt`, import.meta.url), 'utf8')
    expect(await drawnForm(page, form)).toEqual(printedForm(golden))
  })
})

describe('An address that leads nowhere says so, and shows the way back', () => {
  it.each([
    ['an unknown form', '/blanketter/1999', 'Blanketten finns inte'],
    ['an unknown ansökan', '/ansokningar/0123456789abcdef', 'Ansökan finns inte'],
    ['an ansökan cut off in a mail', '/ansokningar/x', 'Ansökan finns inte'],
    ['an ansökan out of its folder', '/ansokningar/..%2f..%2frecord', 'Ansökan finns inte'],
    ['an address much too long', `/ansokningar/${'a'.repeat(2000)}`, 'Ansökan finns inte'],
    ['an address that is no text', '/ansokningar/%E0%A4%A', 'Ansökan finns inte'],
    ['an unknown page', '/finns/inte', 'Sidan finns inte'],
  ])('%s', async (_what, address, heading) => {
    await page.goto(address)
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
    expect(await page.locator('#content').innerText()).not.toMatch(/undefined|null|error|fetch|\{/i)
    await page.locator('#content').getByRole('link').click()
    await page.getByRole('heading', { name: 'Ansökningar' }).waitFor()
  })

  it('and a new ansökan on an unknown form is offered on the newest one', async () => {
    await page.goto('/ansokningar/ny?blankett=1999')
    await eventually(() => page.getByRole('radio', { checked: true }).inputValue()).toBe(forms.at(-1)?.id)
  })
})

describe('What cannot be taken is said where it was written, and stays there', () => {
  const tooLong = 'Insats '.repeat(40).trim()

  it('a name that is too long, of a new ansökan', async () => {
    await page.goto('/ansokningar/ny')
    const name = page.getByLabel('Insatsens namn')
    await name.fill(tooLong)
    await page
      .getByText(`Namnet är ${tooLong.length} tecken långt. Korta det till högst ${nameMaxLength}.`)
      .waitFor()
    await page.getByRole('button', { name: 'Starta' }).click()
    expect(new URL(page.url()).pathname).toBe('/ansokningar/ny')
    expect(await name.inputValue()).toBe(tooLong)
    await name.fill(tooLong.slice(0, nameMaxLength))
    await page.getByRole('button', { name: 'Starta' }).click()
    await page.locator('#name').waitFor()
    await eventually(() => page.locator('#name').getByRole('textbox').inputValue()).toBe(
      tooLong.slice(0, nameMaxLength).trim(),
    )
  })

  it.each([
    ['a name', 'name', 'Insatsens namn:', tooLong, 'Högst 200 tecken får plats och det här är 279'],
    ['a day', 'period', 'Planerat startdatum:', '2025-02-30', 'Det här är inget datum som finns'],
    ['a number of persons', 'expectedParticipants', 'Samtidigt', '50–70', 'Skriv ett enda tal här'],
  ])('%s in its field', async (_what, section, label, written, said) => {
    const id = await world.newApplication(anna, '2024', 'Ett namn')
    await anna.open(id)
    const field = page.locator(`#${section}`).getByLabel(label, { exact: true })
    await field.fill(written)
    await field.press('Tab')
    await page.locator(`#${section}`).getByText(said).waitFor()
    expect(await field.inputValue()).toBe(written)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await anna.saved()
    expect((await world.read(anna, id, '2024')).sections).toMatchObject({
      name: { value: 'Ett namn' },
      period: { start: null },
      expectedParticipants: { atATime: null },
    })
  })

  it('an amount that was typed before there was a budget, in its field', async () => {
    const id = await world.newApplication(anna, '2024', 'Ett namn')
    const line = await (await Visitor.enter(world.server.origin, 'anna')).join(id)
    await line.write(doc => doc.getMap('budgetAmount').set('total', 1_200_000))
    await anna.open(id)
    const field = page.locator('#budgetAmount').getByLabel('Belopp', { exact: true })
    await field.fill('10.256')
    await field.press('Tab')
    await page.locator('#budgetAmount').getByText('Beloppet kan läsas på mer än ett sätt').waitFor()
    expect(await field.inputValue()).toBe('10.256')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await anna.saved()
    expect((await world.read(anna, id, '2024')).sections.budgetAmount).toMatchObject({ total: 1_200_000 })
  })

  it('an address that no link can lead to', async () => {
    await anna.open(await world.newApplication(anna, '2024'))
    await page.locator('#background').getByRole('textbox').focus()
    await page.keyboard.type('text')
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByLabel('Adress').fill('javascript:alert(1)')
    await page.keyboard.press('Enter')
    await page.getByText('Det går inte att länka dit.').waitFor()
    expect(await page.getByLabel('Adress').inputValue()).toBe('javascript:alert(1)')
    await page.keyboard.press('Escape')
    expect(await page.locator('#background a').count()).toBe(0)
  })

  it.each([
    ['larger than 10 MB', 'stor.png', 'image/png', Buffer.alloc(imageMaxBytes + 1), 'stor.png är för stor'],
    [
      'of another kind',
      'ritning.svg',
      'image/svg+xml',
      Buffer.from('<svg/>'),
      'ritning.svg är en sorts bild',
    ],
    ['that is none', 'text.png', 'image/png', Buffer.from('text'), 'text.png kom inte med'],
  ])('a picture %s', async (_what, name, mimeType, buffer, said) => {
    const id = await world.newApplication(anna, '2024')
    await anna.open(id)
    await page.locator('#background').getByRole('textbox').focus()
    await page.keyboard.type('Texten')
    const choosing = page.waitForEvent('filechooser')
    await pressTool(page, 'Bild')
    await (await choosing).setFiles({ name, mimeType, buffer })
    await page.getByText(said).waitFor()
    await anna.saved()
    expect((await world.read(anna, id, '2024')).sections.background).toEqual({
      kind: 'rich',
      blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'Texten' }] }],
    })
  })

  it('more text than one person pastes at once is all kept', async () => {
    const id = await world.newApplication(anna, '2024')
    await anna.open(id)
    const lines = Array.from(
      { length: 2000 },
      (_, line) => `Rad ${line} av en mycket lång text som någon klistrar in.`,
    )
    await page.locator('#background').getByRole('textbox').focus()
    await copyToClipboard(page, lines.map(line => `<p>${line}</p>`).join(''))
    await page.keyboard.press('ControlOrMeta+v')
    await anna.saved()
    const { background } = (await world.read(anna, id, '2024')).sections
    expect(background?.kind === 'rich' && background.blocks.length).toBe(lines.length)
  })
})

describe('A damaged ansökan', () => {
  it('is shown as closed in the list and on its page; its file is left alone, and the others open', async () => {
    const damagedId = await world.newApplication(anna, '2024', 'Den skadade')
    await world.newApplication(anna, '2019', 'Den hela')
    await world.server.stop()
    const file = join(world.server.dataDir, 'documents', damagedId, 'snapshot.bin')
    const bytes = await readFile(file)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 0b0100_0000, bytes.length - 20)
    await writeFile(file, bytes)
    await world.server.restart()

    await page.goto('/ansokningar')
    const card = page.getByRole('article').filter({ hasText: 'Den skadade' })
    await card.getByText('Stängd: filen är skadad. Inget har skrivits över.').waitFor()
    expect(await card.getByRole('link').count()).toBe(0)
    await page.goto(`/ansokningar/${damagedId}`)
    await page.getByText('Be den som sköter Samskriv hos er att återställa den.').waitFor()
    await page.locator('#content').getByRole('link').click()
    await page.getByRole('link', { name: 'Den hela' }).click()
    await page.locator('#name').waitFor()
    await eventually(() => page.locator('#name').getByRole('textbox').inputValue()).toBe('Den hela')
    expect((await readFile(file)).equals(bytes)).toBe(true)
  })
})
