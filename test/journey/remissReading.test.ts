import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { GuestLinkMade } from '../../shared/http/access.ts'
import type { CommentsAnswer } from '../../shared/http/comments.ts'
import type { WholeVersion } from '../../shared/http/versions.ts'
import { type Seat, World } from '../harness/world.ts'
import { beginComment, cardOf, commentOn, markedIn, newComment, selectWords, withText } from './commenting.ts'
import { eventually } from './eventually.ts'
import { openRound, sendRound } from './rounds.ts'

const sentence = 'Unga vuxna med nedsatt arbetsförmåga faller mellan stolarna.'
const later = 'Det här skrevs när remissen hade gått ut.'

let world: World
let anna: Seat
let elin: Seat
let karim: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  ;[anna, elin, karim] = await Promise.all([world.seat('anna'), world.seat('elin'), world.seat('karim')])
  await elin.page.emulateMedia({ reducedMotion: 'reduce' })
  id = await withText(world, anna, 'background', [sentence, 'Ett andra stycke.'], { elin: 'partyLead' })
  await sendRound(world, anna, id, { parties: { fk: ['elin'] } })
  await anna.page.locator('#background .richText').getByText('Ett andra stycke.').click()
  await anna.page.keyboard.press('End')
  await anna.page.keyboard.type(' Mellan remisserna kom detta till.')
  await anna.saved()
  await sendRound(world, anna, id, {
    parties: { fk: ['elin'], af: ['karim'] },
    sections: ['background', 'targetGroup'],
    message: 'Läs särskilt om målgruppen.',
  })
  await anna.page.keyboard.type(` ${later}`)
  await anna.saved()
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

describe('A chef who comes from a mail', () => {
  it('reads exactly what was sent, and first what it is about', async () => {
    const { page } = elin
    await openRound(elin, id, 2)
    const banner = page.getByRole('region', { name: 'Om remissen' })
    await eventually(() => banner.innerText()).toMatch(/Remiss 2.*svar senast .*arbetsdagar kvar/s)
    expect(await banner.innerText()).toContain('Försäkringskassan: inget svar ännu')
    expect(await page.getByText('Läs särskilt om målgruppen.').isVisible()).toBe(true)
    const text = await page.locator('#background').innerText()
    expect(text).toContain('Mellan remisserna kom detta till.')
    expect(text).not.toContain(later)
    const links = page.getByRole('navigation', { name: 'Remissen gäller' }).getByRole('link')
    expect(await links.count()).toBe(2)
    await links.first().click()
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('background-heading')
    expect(await page.locator('[data-asked]').count()).toBe(2)
    expect(await page.locator('section[data-section]').count()).toBeGreaterThan(10)
  })

  it('is seen to have opened it by the one who sent it', async () => {
    await openRound(anna, id, 2)
    await anna.page.getByRole('heading', { name: 'Var parterna är' }).waitFor()
    const parties = anna.page.getByRole('list', { name: 'Organisationer i Remiss 2' })
    await eventually(() => parties.innerText()).toMatch(/Försäkringskassan\s*(?:Har öppnat|Öppnade)/)
    expect(await parties.innerText()).toMatch(/Arbetsförmedlingen\s*Har inte öppnat/)
    expect(await anna.page.getByRole('button', { name: 'Svara' }).count()).toBe(0)
  })

  it('sees what has changed since, and since the remiss before', async () => {
    const { page } = elin
    await page.getByRole('button', { name: 'Ändrat sedan dess' }).click()
    const added = async () => (await page.locator('ins').allInnerTexts()).join(' ')
    await eventually(added).toContain(later)
    expect(await added()).not.toContain('Mellan remisserna')
    await page.getByRole('button', { name: 'Ändrat sedan förra remissen' }).click()
    await eventually(added).toContain('Mellan remisserna')
    expect(await added()).not.toContain(later)
    await page.reload()
    await page.locator('ins').first().waitFor()
    await page.getByRole('button', { name: 'Det som skickades' }).click()
    await page.locator('article[aria-busy="false"]').waitFor()
    expect(await page.locator('ins').count()).toBe(0)
  })
})

describe('A comment on what was sent', () => {
  it('is about the words that were marked, and says plainly who sees it', async () => {
    const { page } = elin
    await beginComment(page, 'background', 'nedsatt arbetsförmåga', 'Säg hur många det är.')
    const promise = page.getByText('Bara Försäkringskassan ser detta tills svaret skickas.')
    expect(await promise.count()).toBeGreaterThan(0)
    await page.keyboard.press('Control+Enter')
    await cardOf(page, 'Säg hur många det är.').waitFor()
    await eventually(() => markedIn(page, 'background')).toEqual(['nedsatt arbetsförmåga'])
    await eventually(() => page.getByText('Väntar på att skickas').count()).toBe(0)
  })

  it('is there when the page is opened again, and is changed, answered and resolved there', async () => {
    const { page } = elin
    await page.reload()
    await page.locator('article[aria-busy="false"]').waitFor()
    await eventually(() => markedIn(page, 'background')).toEqual(['nedsatt arbetsförmåga'])
    await page.locator('#background [data-comment]').click()
    const card = cardOf(page, 'Säg hur många det är.')
    await card.getByRole('button', { name: 'Ändra' }).click()
    await page.keyboard.type(' Helst per år.')
    await page.keyboard.press('Control+Enter')
    await eventually(() => card.innerText()).toContain('Helst per år.')
    await card.getByRole('textbox').click()
    await page.keyboard.type('Siffran finns i bilagan.')
    await page.keyboard.press('Control+Enter')
    await eventually(() => card.innerText()).toContain('Siffran finns i bilagan.')
    expect(await card.getByRole('button', { name: 'Lämna ut' }).count()).toBe(0)
    await card.getByRole('button', { name: 'Löst' }).click()
    await eventually(() => card.innerText()).toContain('Löst av')
    await card.getByRole('button', { name: 'Öppna igen' }).click()
  })

  it('is written with the keys alone, on words and on a section', async () => {
    const { page } = elin
    await page.locator('#background .richText').focus()
    for (const key of ['ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key)
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe('Unga vuxna')
    await page.keyboard.press('Control+Alt+m')
    await newComment(page).waitFor()
    await page.keyboard.type('Vilka åldrar?')
    await page.keyboard.press('Control+Enter')
    await eventually(() => markedIn(page, 'background')).toContain('Unga vuxna')
    await page.getByRole('button', { name: /^Kommentera avsnittet Beskriv syftet/ }).focus()
    await page.keyboard.press('Enter')
    await newComment(page).waitFor()
    await page.keyboard.type('Syftet är bra.')
    await page.keyboard.press('Control+Enter')
    await cardOf(page, 'Syftet är bra.').waitFor()
  })

  it('is shown by a link to it, which leads to what was sent', async () => {
    const { page } = elin
    await page.goto('/ansokningar')
    const all = await elin.context.request.get(`/api/applications/${id}/comments`)
    const { threads } = (await all.json()) as CommentsAnswer
    const thread = threads.find(({ posts }) => posts[0]?.text === 'Syftet är bra.')
    await page.goto(`/ansokningar/${id}/remiss/2?kommentar=${thread?.id}`)
    await page.locator('[data-thread-card][data-selected]', { hasText: 'Syftet är bra.' }).waitFor()
    await page.getByRole('button', { name: 'Kopiera länk' }).first().click()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(`${world.server.origin}/ansokningar/${id}/remiss/2?kommentar=${thread?.id}`)
  })

  it('that is half written is there after the page has been closed', async () => {
    const { page } = elin
    await beginComment(page, 'background', 'mellan stolarna', 'Vilka stolar')
    await page.goto('/ansokningar')
    await openRound(elin, id, 2)
    await page.getByRole('button', { name: /^Kommentarer/ }).click()
    await page.getByRole('button', { name: 'Fortsätt' }).click()
    await eventually(() => newComment(page).inputValue()).toBe('Vilka stolar')
    await page.keyboard.press('Control+Enter')
    await eventually(() => markedIn(page, 'background')).toContain('mellan stolarna')
  })

  it('comes to no other party: not by its page, and not to a browser that asks for it', async () => {
    await openRound(karim, id, 2)
    await karim.page.getByRole('button', { name: /^Kommentarer/ }).click()
    await karim.page.getByText('Inga kommentarer ännu').waitFor()
    expect(await karim.page.locator('[data-comment]').count()).toBe(0)
    for (const seat of [karim, anna]) {
      const { request } = seat.context
      const all = (await (await request.get(`/api/applications/${id}/comments`)).json()) as CommentsAnswer
      const sent = await request.get(`/api/applications/${id}/rounds/2/version`)
      const whole = (await sent.json()) as WholeVersion
      expect([...all.threads, ...whole.threads].filter(({ round }) => round === 2)).toEqual([])
      const state = Buffer.from(await world.state(seat, id)).toString('latin1')
      expect(state).not.toContain('hur många')
    }
    await commentOn(karim.page, 'background', 'Ett andra stycke', 'Bara vi på AF.')
    await cardOf(karim.page, 'Bara vi på AF.').waitFor()
    await eventually(() => karim.page.getByText('Väntar på att skickas').count()).toBe(0)
    expect(await elin.page.getByText('Bara vi på AF.').count()).toBe(0)
  })
})

describe('Whoever does not answer', () => {
  it('reads all of it, and is told why', async () => {
    const sofia = await world.seat('sofia')
    await openRound(sofia, id, 2)
    await sofia.page.getByText('Din organisation har inte fått remissen').waitFor()
    expect(await sofia.page.locator('#background').innerText()).toContain(sentence)
    expect(await sofia.page.getByRole('button', { name: /^Kommentera|^Svara/ }).count()).toBe(0)
  })

  it('is told that a guest does not, and sees none of what her party says', async () => {
    const headers = { origin: world.server.origin }
    const made = await anna.context.request.post(`/api/applications/${id}/guest-links`, {
      data: { label: 'Till sakkunnig', partyId: 'fk', role: 'reviewer', endsOn: '2099-12-31' },
      headers,
    })
    const { secret } = (await made.json()) as GuestLinkMade
    const context = await world.browser.newContext({ locale: 'sv-SE', baseURL: world.server.origin })
    const page = await context.newPage()
    await page.goto(`/gast#${secret}`)
    await page.getByLabel('Ditt namn').fill('Ulla')
    await page.keyboard.press('Enter')
    // The page where she says her name has a heading too: she is in when she has left it.
    await page.waitForURL('**/ansokningar/**')
    await page.goto(`/ansokningar/${id}/remiss/2`)
    await page.getByText('Du läser som gäst.').waitFor()
    await page.locator('article[aria-busy="false"]').waitFor()
    expect(await page.locator('#background').innerText()).toContain(sentence)
    expect(await page.locator('[data-comment]').count()).toBe(0)
    expect(await page.getByRole('button', { name: /^Kommentera|^Svara/ }).count()).toBe(0)
    await context.close()
  })

  it('is told when there is no such round', async () => {
    const { page } = elin
    await page.goto(`/ansokningar/${id}/remiss/7`)
    await page.getByRole('heading', { name: 'Remissen finns inte' }).waitFor()
    await page.goto(`/ansokningar/${id}/remiss/noll`)
    await page.getByRole('heading', { name: 'Remissen finns inte' }).waitFor()
  })
})

describe('On a telephone', () => {
  it('it is read and commented on, the way to the answer is always there, and nothing goes sideways', async () => {
    const context = await world.browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      locale: 'sv-SE',
      baseURL: world.server.origin,
    })
    const phone = await world.sitDown('elin', context)
    const { page } = phone
    await openRound(phone, id, 2)
    const reply = page.getByRole('button', { name: 'Svara' })
    const isAtHand = async () => {
      const box = await reply.boundingBox()
      return box !== null && box.y >= 0 && box.y + box.height <= 844 && box.height >= 44
    }
    expect(await isAtHand()).toBe(true)
    await page.getByRole('navigation', { name: 'Remissen gäller' }).getByRole('link').last().tap()
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    expect(await isAtHand()).toBe(true)
    const leftOver = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(await leftOver()).toBe(0)

    await page.locator('#background').scrollIntoViewIfNeeded()
    await selectWords(page, 'background', 'Ett andra stycke')
    await page.getByRole('button', { name: 'Kommentera', exact: true }).tap()
    await newComment(page).fill('Det behövs inte.')
    await page.getByRole('dialog').getByRole('button', { name: 'Kommentera', exact: true }).tap()
    await eventually(() => markedIn(page, 'background')).toContain('Ett andra stycke')
    await page.getByRole('button', { name: /^Kommentarer/ }).tap()
    await cardOf(page, 'Det behövs inte.').waitFor()
    await page.getByRole('button', { name: 'Stäng' }).tap()

    await page.getByRole('button', { name: 'Ändrat sedan dess' }).tap()
    await page.locator('ins').first().waitFor()
    expect(await leftOver()).toBe(0)
    await reply.tap()
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Svar')
    await page.getByRole('dialog', { name: 'Svar' }).getByRole('button', { name: 'Skriv svar' }).tap()
    await page.getByRole('radio', { name: 'Tillstyrker', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Stäng' }).tap()

    await page.getByRole('button', { name: 'Det som skickades' }).tap()
    await page.locator('article[aria-busy="false"]').waitFor()
    await page.getByRole('button', { name: /^Kommentarer/ }).tap()
    const card = cardOf(page, 'Det behövs inte.')
    await card.tap()
    await card.getByRole('button', { name: 'Ta med i svaret' }).tap()
    await card.getByText('Med i svaret').waitFor()
  })
})
