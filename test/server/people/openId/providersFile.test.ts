import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig, WrongSetting } from '../../../../server/config.ts'
import { readProviders } from '../../../../server/people/ways/openId/providersFile.ts'
import { DemoServer } from '../../../harness/demoServer.ts'

const secret = 'en-hemlighet-som-ingen-gissar'
const heby = {
  party: 'heby',
  issuer: 'https://login.heby.example/realms/heby',
  clientId: 'samskriv',
  clientSecretFile: 'secrets/heby',
}

let folder: string
let path: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samskriv-providers-'))
  path = join(folder, 'providers.json')
  await mkdir(join(folder, 'secrets'))
  await writeFile(join(folder, 'secrets', 'heby'), `${secret}\n`)
  await writeFile(join(folder, 'secrets', 'short'), 'kort-hemlighet')
  await writeFile(join(folder, 'secrets', 'lines'), `${secret}\n${secret}\n`)
})
afterAll(async () => await rm(folder, { recursive: true }))

async function read(contents: unknown) {
  await writeFile(path, typeof contents === 'string' ? contents : JSON.stringify(contents))
  return readProviders(path)
}

describe('The file with the sign-ins of organisations', () => {
  it('is read with the secrets, whose files are found from where it lies', async () => {
    const { clientSecretFile: _, ...rest } = heby
    const loopback = { ...heby, party: 'af', issuer: 'http://127.0.0.1:8080' }
    expect(await read([heby, loopback])).toEqual([
      { ...rest, clientSecret: secret, addressesVouchedFor: false },
      {
        ...rest,
        party: 'af',
        issuer: 'http://127.0.0.1:8080',
        clientSecret: secret,
        addressesVouchedFor: false,
      },
    ])
  })

  it('says which organisations vouch for the addresses of theirs', async () => {
    const af = { ...heby, party: 'af', addressesVouchedFor: true }
    const fk = { ...heby, party: 'fk', addressesVouchedFor: false }
    const providers = await read([heby, af, fk])
    expect(providers.map(({ addressesVouchedFor }) => addressesVouchedFor)).toEqual([false, true, false])
  })

  it.each([
    ['no JSON', '[{', 'filen är inte hel JSON'],
    ['no list', heby, 'ska innehålla en lista'],
    ['an empty list', [], 'ska innehålla en lista'],
    ['a party that can be none', [{ ...heby, party: 'Heby kommun' }], 'fältet party i post 1'],
    ['a party twice', [heby, { ...heby, issuer: 'https://x.example' }], 'heby står två gånger'],
    ['no issuer', [{ ...heby, issuer: undefined }], 'fältet issuer i post 1'],
    [
      'an issuer without https',
      [heby, { ...heby, issuer: 'http://login.example' }],
      'fältet issuer i post 2',
    ],
    ['an issuer that is no address', [{ ...heby, issuer: 'login.example' }], 'fältet issuer i post 1'],
    ['an issuer with a question', [{ ...heby, issuer: 'https://x.example/?a=b' }], 'fältet issuer i post 1'],
    ['no name of ours', [{ ...heby, clientId: '' }], 'fältet clientId i post 1'],
    [
      'a word for yes',
      [{ ...heby, addressesVouchedFor: 'true' }],
      'fältet addressesVouchedFor i post 1 ska vara true eller false',
    ],
    ['the secret itself', [{ ...heby, clientSecret: secret }], 'post 1 har fältet clientSecret'],
    ['a text for an entry', [secret], 'post 1 ska ha fälten party, issuer'],
    ['no file with a secret', [{ ...heby, clientSecretFile: 'gone' }], 'går inte att läsa'],
    ['a short secret', [{ ...heby, clientSecretFile: 'secrets/short' }], 'minst 16 tecken'],
    ['a secret of two lines', [{ ...heby, clientSecretFile: 'secrets/lines' }], 'på en enda rad'],
  ])('with %s stops the start with a sentence, and without the secret', async (_what, contents, sentence) => {
    const reading = read(contents)
    await expect(reading).rejects.toThrow(WrongSetting)
    await expect(reading).rejects.toThrow(sentence)
    await expect(reading).rejects.toThrow(/^OIDC_PROVIDERS_FILE är ".*", men .*\.$/)
    for (const part of [secret, 'kort-hemlighet']) await expect(reading).rejects.not.toThrow(part)
  })

  it('that is not there stops the start before the data folder is touched', async () => {
    const starting = DemoServer.start(
      { OIDC_PROVIDERS_FILE: join(folder, 'gone.json') },
      join(folder, 'data'),
    )
    await expect(starting).rejects.toThrow(
      /^OIDC_PROVIDERS_FILE är ".*gone.json", men filen går inte att läsa\.$/,
    )
  })

  it('turns the demo off', () => {
    expect(readConfig({ OIDC_PROVIDERS_FILE: path })).toMatchObject({
      demo: false,
      openIdProvidersFile: path,
    })
    expect(() => readConfig({ OIDC_PROVIDERS_FILE: path, DEMO: 'on' })).toThrow(/^DEMO är on, men inloggning/)
  })
})
