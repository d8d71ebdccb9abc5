import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { versionListSchema, wholeVersionSchema } from '../../shared/http/versions.ts'
import { type Seat, World } from '../harness/world.ts'
import { eventually } from './eventually.ts'
import { saidIn } from './onPage.ts'
import { give, isSound, openHistory, show } from './versionPages.ts'
import { writeIn } from './writeIn.ts'

let world: World
let anna: Seat
let karim: Seat
let elin: Seat
let sofia: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  ;[anna, karim, elin, sofia] = await Promise.all([
    world.seat('anna'),
    world.seat('karim'),
    world.seat('elin'),
    world.seat('sofia'),
  ])
  id = await world.newApplication(anna, '2024', 'Gemensam ingång')
  await give(world, anna, id, 'elin', 'reviewer')
  await anna.page.emulateMedia({ reducedMotion: 'reduce' })
  await karim.open(id)
  await writeIn(karim.page, 'background', 'Många står långt från arbetsmarknaden.')
  await karim.saved()
  await keep('Före styrgruppen')
  await writeIn(karim.page, 'background', ' Det ska bli annorlunda.')
  await karim.saved()
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

/** Anna keeps a version, and it gets the number that is given. */
async function keep(name: string): Promise<number> {
  const made = await anna.context.request.post(`/api/applications/${id}/versions`, {
    data: { name, note: '' },
    headers: { origin: world.server.origin },
  })
  return ((await made.json()) as { number: number }).number
}

describe('An earlier version is brought back', () => {
  it('by the owner, while somebody writes, who loses nothing', async () => {
    const words = 'Det här skriver Karim medan Anna återställer, och inget av det får försvinna.'
    const { page } = anna
    await sofia.open(id)
    await writeIn(sofia.page, 'purpose', 'Fler ska få stöd.')
    await sofia.saved()
    await show(anna, id, '/versioner/1')
    await writeIn(karim.page, 'targetGroup', 'Först det här. ')
    await page.getByRole('button', { name: 'Återställ …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Återställa version 0.1?' })
    await dialog.getByText('Nuvarande dokument ersätts, men finns kvar i historiken.').waitFor()
    await dialog.getByText('Karim Sandell (AF) skriver just nu i ”Beskriv målgrupp för insatsen”.').waitFor()
    await dialog.getByText('Efter den senaste versionen har Sofia Hedman (Regionen) skrivit.').waitFor()
    const typed = karim.page.keyboard.type(words, { delay: 25 })
    await dialog.getByLabel('Anteckning').fill('Vi börjar om')
    await dialog.getByRole('button', { name: 'Återställ' }).click()
    await page.getByText('Ansökan är återställd från version 0.1.').waitFor()
    await typed
    await karim.saved()
    const said = saidIn(await world.read(anna, id, '2024'))
    expect(said.background).toEqual(['p Många står långt från arbetsmarknaden.'])
    // What stood there when the old version was put in its place is in the version that was saved right before.
    const listed = await anna.context.request.get(`/api/applications/${id}/versions`)
    const { versions } = versionListSchema.parse(await listed.json())
    const saved = versions.find(({ reason }) => reason === 'beforeRestore')
    const answer = await anna.context.request.get(`/api/applications/${id}/versions/${saved?.number}`)
    const before = saidIn(wholeVersionSchema.parse(await answer.json()).form)
    const all = [...(before.targetGroup ?? []), ...(said.targetGroup ?? [])].map(line =>
      line.replace(/^p /, ''),
    )
    expect([...all, ...(await world.rescued(karim, id))].join('')).toBe(`Först det här. ${words}`)
  })

  it('and those who have it open are told by whom, until they close it, and the owner is not', async () => {
    const told = ({ page }: Seat) =>
      page
        .getByRole('status')
        .filter({ hasText: 'Anna Lindholm (Heby) har återställt ansökan från version 0.1.' })
    const { page } = karim
    await told(karim).getByText('ligger dina ord under Räddad text').waitFor()
    await told(sofia).waitFor()
    expect(await told(anna).count()).toBe(0)
    await isSound(page, '[role="status"]:has(button)')
    await told(karim)
      .getByRole('link', { name: /^Öppna version 0\.1\.\d, som den var före/ })
      .waitFor()
    await writeIn(page, 'background', ' Jag skriver vidare.')
    await told(karim).getByRole('button', { name: 'Stäng' }).click()
    expect(await told(karim).count()).toBe(0)
    await page.keyboard.press('Control+z')
    await karim.saved()
  })

  it('without telling the one who asks that she has written herself', async () => {
    const { page } = anna
    await anna.open(id)
    await writeIn(page, 'background', ' Och mer.')
    await anna.saved()
    await show(anna, id, '/versioner/1')
    await page.getByRole('button', { name: 'Återställ …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Återställa version 0.1?' })
    await dialog.getByRole('button', { name: 'Avbryt' }).waitFor()
    await eventually(() => dialog.getByText('Ser efter om någon skriver').count()).toBe(0)
    expect(await dialog.getByText('Anna Lindholm').count()).toBe(0)
    await dialog.getByRole('button', { name: 'Avbryt' }).click()
  })

  it('and stands in the history, with what it took the place of', async () => {
    await anna.open(id)
    await openHistory(anna)
    const list = anna.page.getByRole('list', { name: 'Versioner' })
    await list.getByText('Återställd från version 0.1').waitFor()
    await list.getByText('Vi börjar om').waitFor()
    await list
      .getByRole('button', { name: /^Visa ändringar/ })
      .first()
      .click()
    await list.getByText('Som det var före återställningen').first().waitFor()
  })
})

describe('The comments of a version', () => {
  it('are those of then, and only those that I may see', async () => {
    const comment = async (seat: Seat, text: string, isInternal: boolean) => {
      const name = () =>
        Array.from({ length: 20 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
      const place = { is: 'section', section: 'purpose' }
      const answer = await seat.context.request.post(`/api/applications/${id}/comments`, {
        data: { id: name(), postId: name(), place, text, isInternal, isMaterial: false, assignee: null },
        headers: { origin: world.server.origin },
      })
      expect(answer.ok()).toBe(true)
    }
    await comment(elin, 'Vad menas med stöd?', false)
    await comment(karim, 'Bara vi på AF ser det här.', true)
    const number = await keep('Med kommentarer')
    await comment(elin, 'Det här kom efteråt.', false)

    await show(anna, id, `/versioner/${number}`)
    const then = (seat: Seat) => seat.page.getByRole('region', { name: 'Kommentarer som de var då' })
    await then(anna).getByText('Vad menas med stöd?').waitFor()
    await eventually(() => then(anna).getByRole('article').count()).toBe(1)
    expect(await then(anna).ariaSnapshot()).toContain('article "Kommentar av Elin Norgren (FK)"')
    await isSound(anna.page, 'aside')
    await show(karim, id, `/versioner/${number}`)
    await then(karim).getByText('Bara vi på AF ser det här.').waitFor()
    await then(karim).getByText('Bara Arbetsförmedlingen såg den').waitFor()
  })
})

describe('Those who may not', () => {
  it('a reviewer looks, and neither saves nor restores', async () => {
    await elin.open(id)
    await openHistory(elin)
    await elin.page.getByRole('list', { name: 'Versioner' }).waitFor()
    expect(await elin.page.getByRole('button', { name: 'Spara version' }).count()).toBe(0)
    await show(elin, id, '/versioner/1')
    await elin.page.getByRole('button', { name: 'Jämför med …' }).waitFor()
    expect(await elin.page.getByRole('button', { name: 'Återställ …' }).count()).toBe(0)
  })

  it('a reader is told for whom they are, and sees no tab', async () => {
    await give(world, anna, id, 'sofia', 'reader')
    await sofia.open(id)
    expect(await sofia.page.getByRole('button', { name: 'Historik med versioner' }).count()).toBe(0)
    await show(sofia, id, '/jamfor')
    await sofia.page.getByRole('heading', { name: 'Versionerna visas inte för dig' }).waitFor()
  })

  it('the förbund and whoever is to sign get nothing at all', async () => {
    await give(world, anna, id, 'sofia', 'signatory')
    const per = await world.seat('per')
    for (const seat of [per, sofia]) {
      for (const path of ['/versioner/1', '/jamfor?fran=1&till=idag']) {
        await show(seat, id, path)
        expect(await seat.page.locator('main').innerText()).not.toMatch(/arbetsmarknaden|Före styrgruppen/)
        await seat.page.getByRole('button', { name: /Be om åtkomst|Begär åtkomst/ }).waitFor()
      }
    }
  })

  it('are told when there is none of that number', async () => {
    for (const number of ['77', 'x']) {
      await show(anna, id, `/versioner/${number}`)
      await anna.page.getByRole('heading', { name: 'Versionen finns inte' }).waitFor()
    }
  })

  it('and when it is damaged, whom to turn to', async () => {
    await anna.page.route('**/versions/1', route =>
      route.fulfill({ status: 409, json: { kind: 'damagedVersion', status: 409, fields: [] } }),
    )
    await show(anna, id, '/versioner/1')
    await anna.page.getByRole('heading', { name: 'Versionen går inte att läsa' }).waitFor()
    await show(anna, id, '/jamfor?fran=1&till=idag')
    await anna.page.getByRole('alert').getByText('Be den som sköter Samskriv hos er').waitFor()
    await anna.page.unroute('**/versions/1')
  })

  it('and without contact what to do', async () => {
    await show(anna, id, '/versioner/1')
    await anna.page.context().setOffline(true)
    await anna.page.getByRole('link', { name: 'Till ansökan' }).focus()
    await anna.page.getByRole('button', { name: 'Jämför med …' }).click()
    await anna.page.getByRole('dialog').getByRole('button', { name: 'Jämför', exact: true }).click()
    await anna.page.getByRole('alert').getByText('Ingen kontakt. Kontrollera nätverket').waitFor()
    await anna.page.context().setOffline(false)
    await anna.page.getByRole('button', { name: 'Försök igen' }).click()
    await anna.page.getByText('Ändring', { exact: false }).first().waitFor()
  })
})
