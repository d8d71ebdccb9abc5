import { beforeEach, describe, expect, it } from 'vitest'
import { type Browser, PeopleHouse, problemOf, refusal } from './PeopleHouse.ts'

const asking = '/api/sign-in/mail-link'
const redeeming = `${asking}/redeem`

let house: PeopleHouse
let browser: Browser
beforeEach(async () => {
  house = await PeopleHouse.open()
  browser = house.browser()
})

/** Asks for a link and gives the secret in the letter. */
async function linkFor(address: string, from = browser): Promise<string> {
  expect((await from.post(asking, { address })).status).toBe(202)
  await house.settled()
  return house.lastSecret()
}

const redeem = (secret: string, from = browser) => from.post(redeeming, { secret })

describe('a link by mail', () => {
  it('lets in whoever asked for it, in the browser that asked', async () => {
    const secret = await linkFor('karim@af.example')
    expect(house.letters.map(({ to }) => to)).toEqual(['karim@af.example'])
    expect(house.letters[0]?.text).toContain(`https://ansokan.example.se/logga-in#${secret}\n`)
    expect(await (await redeem(secret)).json()).toMatchObject({
      me: { person: { id: 'karim' }, party: { id: 'af' } },
    })
    expect(await browser.who()).toBe('karim@af')
    expect(house.notes.map(({ act, me, details }) => [act, me?.person.id, details])).toEqual([
      ['linkAsked', undefined, { way: 'mailLink', address: 'karim@af.example' }],
      ['signedIn', 'karim', { way: 'mailLink' }],
    ])
  })

  it('is found by its address however that is written', async () => {
    await linkFor('  Karim@AF.Example ')
    expect(house.letters[0]?.to).toBe('karim@af.example')
  })

  it('lets in once', async () => {
    const secret = await linkFor('karim@af.example')
    await redeem(secret)
    expect(await refusal(redeem(secret))).toBe('linkOver')
    expect(house.acts.at(-1)).toBe('signInRefused')
    expect(await browser.who()).toBe('karim@af')
  })

  it('lets in one of twenty who use it at the same time', async () => {
    const secret = await linkFor('karim@af.example')
    const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(secret)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(19).fill(410)])
    expect(house.sessions.list('karim')).toHaveLength(1)
  })

  it('is of no use in another browser, and is not spent there', async () => {
    const secret = await linkFor('karim@af.example')
    const thief = house.browser()
    expect(await refusal(redeem(secret, thief))).toBe('otherBrowser')
    await thief.post(asking, { address: 'elin@fk.example' })
    expect(await refusal(redeem(secret, thief))).toBe('otherBrowser')
    expect(await thief.who()).toBeNull()
    expect((await redeem(secret)).status).toBe(200)
  })

  it('is not spent by whoever only looks at its address', async () => {
    const secret = await linkFor('karim@af.example')
    for (const method of ['GET', 'HEAD']) {
      expect((await browser.ask(method, redeeming)).status).toBe(404)
      expect((await browser.ask(method, `${redeeming}?secret=${secret}`)).status).toBe(404)
    }
    expect((await redeem(secret)).status).toBe(200)
  })

  it('lets in for ten minutes, and not a second more', async () => {
    const secret = await linkFor('karim@af.example')
    const other = await linkFor('karim@af.example')
    house.now += 10 * 60_000
    expect((await redeem(secret)).status).toBe(200)
    house.now += 1000
    expect(await refusal(redeem(other))).toBe('linkOver')
  })

  it('does not end one that was asked for before it', async () => {
    const first = await linkFor('karim@af.example')
    await linkFor('karim@af.example')
    expect((await redeem(first)).status).toBe(200)
  })

  it('is kept as a hash only, and forgotten when it is over', async () => {
    const secret = await linkFor('karim@af.example')
    const kept = house.disk.peek('/data/links.json').toString()
    expect(kept).toContain('"personId": "karim"')
    for (const word of [secret, ...browser.cookies.values()]) expect(kept).not.toContain(word)
    house.now += 11 * 60_000
    await linkFor('elin@fk.example')
    expect(house.disk.peek('/data/links.json').toString()).not.toContain('karim')
  })

  it('that nobody has made is refused, and that is noted', async () => {
    expect(await refusal(redeem('x'.repeat(43)))).toBe('linkOver')
    expect(house.notes).toEqual([
      { act: 'signInRefused', me: null, details: { way: 'mailLink', reason: 'linkOver' } },
    ])
  })
})

describe('whoever asks for a link', () => {
  const nobody = ['nobody@af.example', 'karim@elsewhere.example', 'karim@sub.af.example', 'karim@xaf.example']

  it.each(nobody)('for %s is answered as everybody is, and no mail is sent', async address => {
    const known = await house.browser().post(asking, { address: 'karim@af.example' })
    await house.settled()
    const unknown = await browser.post(asking, { address })
    await house.settled()
    expect(await unknown.json()).toEqual(await known.json())
    expect(unknown.status).toBe(known.status)
    const named = ({ headers }: Response) => [...headers.keys()].toSorted()
    expect(named(unknown)).toEqual(named(known))
    expect(house.letters).toHaveLength(1)
  })

  it('costs the same whether she is known or not: the disk is asked the same, and the letter goes afterwards', async () => {
    const calls: string[][] = []
    for (const address of ['karim@af.example', 'nobody@af.example']) {
      const made: string[] = []
      house.disk.before = ({ name, path }) => made.push(`${name} ${path}`)
      house.sendLetter = () => new Promise(() => {})
      await house.browser(address).post(asking, { address })
      calls.push(made)
    }
    expect(calls[0]).not.toEqual([])
    expect(calls[1]).toEqual(calls[0])
    expect(house.acts).toEqual(['linkAsked', 'linkAsked'])
  })

  it('gets no mail when she has left', async () => {
    await house.administration.deactivate('karim', 'name')
    await browser.post(asking, { address: 'karim@af.example' })
    await house.settled()
    expect(house.letters).toEqual([])
  })

  it('does not get in by a link that she asked for before she left', async () => {
    const secret = await linkFor('karim@af.example')
    await house.administration.deactivate('karim', 'name')
    expect(await refusal(redeem(secret))).toBe('linkOver')
    expect(house.notes.at(-1)?.details).toMatchObject({ person: 'karim' })
  })

  it('is shown to the sign-in of her organisation when it has one, known or not, and gets no mail', async () => {
    const secret = await linkFor('karim@af.example')
    house.letters.length = 0
    await house.changeOrganisation('af', { signIn: 'openId' })
    for (const address of ['karim@af.example', 'nobody@af.example']) {
      const answer = await browser.post(asking, { address })
      expect([answer.status, await answer.json()]).toEqual([202, { openId: '/own/af' }])
    }
    await house.settled()
    expect(house.letters).toEqual([])
    expect(await refusal(redeem(secret))).toBe('linkOver')
  })

  it('is let in by her organisation’s domains only: not when hers has been taken away', async () => {
    await house.changeOrganisation('af', { mailDomains: [] })
    await browser.post(asking, { address: 'karim@af.example' })
    await house.settled()
    expect(house.letters).toEqual([])
  })

  it('is told the same when the mail cannot be sent, which is said in the log', async () => {
    house.sendLetter = () => Promise.reject(new Error('full'))
    expect((await browser.post(asking, { address: 'karim@af.example' })).status).toBe(202)
    await house.settled()
    expect(house.faults).toMatchObject([{ kind: 'requestFault' }])
  })
})

describe('too many', () => {
  it('links to one address in an hour are refused with when to come back, known or not', async () => {
    for (const address of ['karim@af.example', 'nobody@af.example']) {
      for (let count = 0; count < 5; count += 1) {
        expect((await house.browser(`${address}${count}`).post(asking, { address })).status).toBe(202)
        house.now += 60_000
      }
      const answer = await house.browser('elsewhere').post(asking, { address })
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, String(55 * 60)])
      expect((await problemOf(answer)).kind).toBe('tooManyAttempts')
    }
    house.now += 55 * 60_000
    expect((await browser.post(asking, { address: 'karim@af.example' })).status).toBe(202)
  })

  it('links from one place in an hour are refused', async () => {
    for (let count = 0; count < 20; count += 1) {
      expect((await browser.post(asking, { address: `nobody${count}@af.example` })).status).toBe(202)
    }
    const answer = await browser.post(asking, { address: 'karim@af.example' })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3600'])
    expect((await house.browser('198.51.100.7').post(asking, { address: 'karim@af.example' })).status).toBe(
      202,
    )
  })

  it('tries with links from one place in an hour are refused', async () => {
    for (let count = 0; count < 60; count += 1) await redeem('x'.repeat(43))
    const answer = await redeem('x'.repeat(43))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3600'])
    // What is refused so is not noted, or whoever tries could fill the log.
    expect(house.notes).toHaveLength(60)
  })
})

describe('what is not as it should be', () => {
  it.each([
    [{ address: 'karim@af.example', role: 'ownerEditor' }, ['role']],
    ['{"address":"karim@af.example","address":"elin@fk.example"}', ['address']],
    [{ address: 'karim' }, ['address']],
    [{ address: 'karim@af.example\r\nBcc: x@y.example' }, ['address']],
    [{ address: `${'k'.repeat(250)}@af.example` }, ['address']],
    [{}, ['address']],
    [{ address: ['karim@af.example'] }, ['address']],
  ])('is refused, naming the field: %j', async (body, fields) => {
    expect(await problemOf(browser.post(asking, body))).toMatchObject({ kind: 'malformedRequest', fields })
  })

  it.each([
    [{ secret: 'x' }, ['secret']],
    [{ secret: 'x'.repeat(43), personId: 'anna' }, ['personId']],
    [`{"secret":"${'x'.repeat(43)}","secret":"${'y'.repeat(43)}"}`, ['secret']],
    [{}, ['secret']],
  ])('is refused when it is redeemed: %j', async (body, fields) => {
    expect(await problemOf(browser.post(redeeming, body))).toMatchObject({ kind: 'malformedRequest', fields })
  })
})

describe('behind https', () => {
  it('the mark of the browser is bound to the host, and no script reads it', async () => {
    const secure = await PeopleHouse.open({ PUBLIC_ORIGIN: 'https://ansokan.example.se', DEMO: 'on' })
    const answer = await secure.browser().post(asking, { address: 'karim@af.example' })
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-samskriv-link=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ])
  })
})

describe('a session that somebody else has put into the browser', () => {
  it('is not the one that she gets, and ends', async () => {
    const planted = await house.signedIn('per')
    for (const [name, value] of planted.cookies) browser.cookies.set(name, value)
    await redeem(await linkFor('karim@af.example'))
    expect(browser.cookies.get('samskriv')).not.toBe(planted.cookies.get('samskriv'))
    expect(await browser.who()).toBe('karim@af')
    expect(await planted.who()).toBeNull()
  })
})
