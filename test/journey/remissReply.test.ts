import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Seat, World } from '../harness/world.ts'
import { commentOn } from './commenting.ts'
import { eventually } from './eventually.ts'
import { asker, askParty, openReply, repliesTo, replyOn, sendOff, summaryOf } from './replying.ts'
import { writeIn } from './writeIn.ts'

let world: World
let anna: Seat
let elinsSeat: Seat
let karim: Seat
beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
  elinsSeat = await world.seat('elin')
  karim = await world.seat('karim')
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

/** What is kept aside for somebody, in one piece. */
async function rescuedOn(page: Page): Promise<string> {
  return (await replyOn(page).getByLabel('Räddad text').locator('blockquote').allTextContents()).join('')
}

describe('Two people of a party who answer a remiss', () => {
  it('write at once, and what one of them types while the other sends is in the answer or kept for her', async () => {
    const { id, elin, eva } = await askParty(world, anna, elinsSeat)
    const mine = await openReply(elin, id)
    const hers = await openReply(eva, id)
    await hers.getByText('Svaret skickas av Elin Norgren, partsansvarig.').waitFor()
    await summaryOf(mine).fill('Vi tillstyrker.')
    await hers.getByRole('button', { name: 'Lägg till synpunkt' }).click()
    await hers.getByRole('combobox').selectOption({ label: 'Beskriv syftet med insatsen' })
    await hers.getByLabel('Vad ni tycker').fill('Skriv vem som leder arbetet.')
    await eventually(() => summaryOf(hers).inputValue()).toBe('Vi tillstyrker.')
    await eventually(() => mine.getByLabel('Vad ni tycker').inputValue()).toBe('Skriv vem som leder arbetet.')

    await mine.getByLabel('Tillstyrker med synpunkter').check()
    await summaryOf(hers).press('ControlOrMeta+End')
    const more =
      ' Så länge det går skriver jag vidare på svaret, ord för ord, utan att se upp från tangenterna.'
    await Promise.all([eva.keyboard.type(more, { delay: 25 }), sendOff(mine)])
    await mine.getByText('Kvittens.').waitFor()
    // Whoever uses the keyboard is where the answer is.
    await mine
      .getByRole('heading', { name: 'Försäkringskassan har svarat' })
      .and(elin.locator(':focus'))
      .waitFor()

    const [reply] = await repliesTo(elin, id)
    const whole = `Vi tillstyrker.${more}`
    expect(whole.startsWith(reply?.summary ?? '-')).toBe(true)
    expect(reply?.remarks.map(({ section, text }) => [section, text])).toEqual([
      ['purpose', 'Skriv vem som leder arbetet.'],
    ])
    await hers.getByText(/^Elin Norgren skickade svaret/).waitFor()
    const late = whole.slice(reply?.summary.length)
    if (late !== '') {
      // Letters come in the order they were typed; a space at an end is not kept apart.
      await eventually(async () => (await rescuedOn(eva)).replaceAll(/\s/g, '')).toBe(
        late.replaceAll(/\s/g, ''),
      )
    }
    expect(await hers.getByRole('textbox').count()).toBe(0)
    // Nobody else sees any of it.
    expect(await repliesTo(karim.page, id)).toEqual([])
    await karim.page.goto(`/ansokningar/${id}/remiss/1`)
    await karim.page.getByRole('button', { name: 'Svara' }).click()
    await replyOn(karim.page).getByRole('button', { name: 'Skriv svar' }).waitFor()
    expect(await karim.page.getByText('Skriv vem som leder arbetet.').count()).toBe(0)

    // It is replaced, with what was kept for Eva put back in.
    await mine.getByRole('button', { name: 'Ersätt svar' }).click()
    await elin.getByRole('dialog').getByRole('button', { name: 'Öppna svaret' }).click()
    await summaryOf(hers).waitFor()
    if (late !== '') {
      const back = hers.getByRole('button', { name: 'Lägg tillbaka sist i avsnittet' })
      for (let left = await back.count(); left > 0; left -= 1) {
        await back.first().click()
        await eventually(() => back.count()).toBe(left - 1)
      }
      await eventually(() => hers.getByLabel('Räddad text').count()).toBe(0)
    }
    await eventually(async () => (await summaryOf(mine).inputValue()).replaceAll(/\s/g, '')).toBe(
      whole.replaceAll(/\s/g, ''),
    )
    await sendOff(mine, /^Skicka det nya svaret/)
    await mine.getByText('Det förra svaret').waitFor()
    const both = await repliesTo(elin, id)
    expect(both.map(({ number, replacedAt }) => [number, replacedAt === null])).toEqual([
      [1, false],
      [2, true],
    ])
    await eva.context().close()
  })

  it('make remarks of what they have said in the round, and give a file along', async () => {
    const written = async (id: string) => {
      await anna.open(id)
      await writeIn(anna.page, 'purpose', 'Vägen till arbete ska bli kortare.')
      await anna.saved()
    }
    const { id, elin, eva } = await askParty(world, anna, elinsSeat, {}, written)
    await elin.goto(`/ansokningar/${id}/remiss/1`)
    await commentOn(elin, 'purpose', 'kortare', 'Hur mycket kortare?')
    const reply = await openReply(elin, id)
    await reply.getByText('1 kommentar från er är inte med i svaret.').waitFor()
    await reply.getByRole('button', { name: 'Hämta från kommentarer' }).click()
    const dialog = elin.getByRole('dialog')
    await dialog.getByText('Hur mycket kortare?').waitFor()
    await dialog.getByRole('button', { name: 'Lägg till 1 synpunkt' }).click()
    await eventually(() => reply.getByLabel('Vad ni tycker').inputValue()).toBe('Hur mycket kortare?')
    await reply.locator('input[type="file"]').setInputFiles({
      name: 'Kalkyl.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('år;kronor\n2025;100\n'),
    })
    await reply.getByRole('link', { name: 'Kalkyl.csv' }).waitFor()
    // What is lacking is said before.
    await reply.getByText('Välj ett ställningstagande.').waitFor()
    await reply.getByLabel('Avstyrker').check()
    await sendOff(reply)
    await reply.getByText('Kvittens.').waitFor()
    const [sent] = await repliesTo(elin, id)
    expect(sent?.stance).toBe('opposes')
    expect(sent?.remarks.map(({ text, section }) => [section, text])).toEqual([
      ['purpose', 'Hur mycket kortare?'],
    ])
    expect(sent?.attachments.map(({ name }) => name)).toEqual(['Kalkyl.csv'])

    await reply.getByRole('button', { name: 'Lyft avstyrkandet' }).click()
    await elin.getByLabel('Varför ni inte längre avstyrker').fill('Namnet är ändrat.')
    await elin.getByRole('dialog').getByRole('button', { name: 'Lyft avstyrkandet' }).click()
    await reply.getByText(/Avstyrkandet lyftes .* av Elin Norgren/).waitFor()
    await eva.context().close()
  })

  it('keep their draft when the round is called off, and when it is closed while they send', async () => {
    const { id, elin, eva } = await askParty(world, anna, elinsSeat)
    const reply = await openReply(elin, id)
    await summaryOf(reply).fill('Vi tillstyrker.')
    await reply.getByLabel('Tillstyrker', { exact: true }).check()
    await eventually(() => reply.locator('[data-state="saved"]').count()).toBe(1)
    // What she sends is on its way when it is called off.
    await elin.route('**/reply/send', async route => {
      const change = { is: 'callOff', reason: 'Fel version.' }
      await asker(world, anna)('put', `/api/applications/${id}/rounds/1`, change)
      await route.continue()
    })
    await sendOff(reply)
    await reply.getByText(/^Remissen återkallades .* Ert utkast finns kvar/).waitFor()
    await reply.getByText('Vi tillstyrker.').waitFor()
    expect(await reply.getByRole('textbox').count()).toBe(0)
    await elin.unroute('**/reply/send')
    // And when it is opened anew.
    await elin.reload()
    await elin.getByRole('region', { name: 'Om remissen' }).getByText('återkallad').waitFor()
    await elin.getByRole('button', { name: 'Visa utkastet' }).click()
    await replyOn(elin).getByText('Vi tillstyrker.').waitFor()
    await eva.context().close()
  })

  it.each([
    ['on a desk', 1280],
    ['on a telephone', 390],
  ])('write it %s with nothing for axe to remark, and nothing wider than the window', async (_, width) => {
    const { id, elin, eva } = await askParty(world, anna, elinsSeat)
    await elin.setViewportSize({ width, height: 900 })
    await elin.emulateMedia({ reducedMotion: 'reduce' })
    const reply = await openReply(elin, id)
    await reply.getByRole('button', { name: 'Lägg till synpunkt' }).click()
    await reply.getByLabel('Vad ni tycker').fill('Skriv vem som leder arbetet.')
    await reply.getByRole('button', { name: 'Föreslå ny lydelse' }).click()
    // The field it brings has the focus, so what is typed next lands there.
    await elin.keyboard.type('Anna leder.')
    expect(await reply.getByLabel('Föreslagen ny lydelse').inputValue()).toBe('Anna leder.')
    expect(await faultsOf(elin)).toEqual([])
    await reply.getByLabel('Tillstyrker med synpunkter').check()
    await reply.getByRole('button', { name: /^Skicka svaret/ }).click()
    await elin.getByRole('dialog', { name: 'En sista titt' }).waitFor()
    expect(await faultsOf(elin)).toEqual([])
    await elin
      .getByRole('dialog', { name: 'En sista titt' })
      .getByRole('button', { name: 'Skicka svaret' })
      .click()
    await reply.getByText('Kvittens.').waitFor()
    expect(await faultsOf(elin)).toEqual([])
    await elin.setViewportSize({ width: 1280, height: 900 })
    await eva.context().close()
  })
})

/** What axe remarks, and by how much the page is wider than the window. */
async function faultsOf(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return [
    ...violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]),
    ...(wider > 0 ? [`${wider} px too wide`] : []),
  ]
}
