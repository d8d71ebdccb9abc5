import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { isLoopback, WrongSetting } from '../../../config.ts'

/** The sign-in of one organisation, as whoever runs the program has set it up. */
export interface OpenIdSettings {
  /** Id of the party whose people it signs in. */
  readonly party: string
  /** Exactly as the provider writes it of itself: with or without a slash at the end. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /**
   * The organisation vouches that every address its provider tells is its person's own: a provider that says nothing
   * of that is believed.
   */
  readonly addressesVouchedFor: boolean
}

/** A secret shorter than this can be guessed. */
const secretMinLength = 16

/** What each field has to be, in words. */
const demands: Readonly<Record<string, string>> = {
  party: 'organisationens id, med små bokstäver, siffror och bindestreck',
  issuer: 'en https-adress, skriven exakt som tjänsten själv skriver sin issuer',
  clientId: 'det namn som Samskriv har hos tjänsten',
  clientSecretFile: 'sökvägen till en fil med hemligheten',
  addressesVouchedFor: 'true eller false, utan citattecken',
}

const providersSchema = z
  .array(
    z.strictObject({
      party: z.string().regex(/^[a-z0-9-]{1,32}$/),
      issuer: z.string().refine(isIssuer),
      clientId: z.string().min(1).max(300),
      clientSecretFile: z.string().min(1),
      addressesVouchedFor: z.boolean().default(false),
    }),
  )
  .min(1)

/**
 * Reads the file of `OIDC_PROVIDERS_FILE`, and the files with secrets that it names, relative to itself. Throws
 * `WrongSetting`, with nothing of a secret in its sentence.
 */
export function readProviders(path: string): OpenIdSettings[] {
  const wrong = (what: string) => new WrongSetting(`OIDC_PROVIDERS_FILE är "${path}", men ${what}`)
  const parsed = providersSchema.safeParse(parse(path, wrong))
  if (!parsed.success) throw wrong(whatIsWrong(parsed.error))
  const providers = parsed.data
  const twice = providers.find(({ party }, at) => providers.findIndex(other => other.party === party) !== at)
  if (twice) throw wrong(`${twice.party} står två gånger. En organisation har en inloggning.`)
  return providers.map(({ clientSecretFile, ...provider }) => ({
    ...provider,
    clientSecret: readSecret(resolve(dirname(path), clientSecretFile), provider.party, wrong),
  }))
}

function parse(path: string, wrong: (what: string) => WrongSetting): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    // Whatever the reason is, whoever starts the program has to look at the file.
    throw wrong('filen går inte att läsa.')
  }
  try {
    return JSON.parse(text)
  } catch {
    // What the parser says quotes the file.
    throw wrong('filen är inte hel JSON. Kontrollera komman, citattecken och klamrar.')
  }
}

/** The first fault, in words. */
function whatIsWrong({ issues }: z.ZodError): string {
  const [issue] = issues
  const [at, field] = issue?.path ?? []
  if (typeof at !== 'number') {
    return 'filen ska innehålla en lista med minst en post: [{ "party", "issuer", "clientId", "clientSecretFile" }].'
  }
  if (issue?.code === 'unrecognized_keys') {
    return `post ${at + 1} har fältet ${issue.keys.join(', ')}, som inte finns.`
  }
  const demand = demands[String(field)]
  return demand === undefined
    ? `post ${at + 1} ska ha fälten party, issuer, clientId, clientSecretFile.`
    : `fältet ${String(field)} i post ${at + 1} ska vara ${demand}.`
}

/** Without https anybody on the way could sign in as anybody; to this machine itself there is no way. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash, username } = new URL(text)
  if (search !== '' || hash !== '' || username !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

function readSecret(path: string, party: string, wrong: (what: string) => WrongSetting): string {
  let text: string
  try {
    text = readFileSync(path, 'utf8').trim()
  } catch {
    // As above.
    throw wrong(`filen med hemligheten för ${party}, "${path}", går inte att läsa.`)
  }
  if (text.length < secretMinLength || /\p{Cc}/u.test(text)) {
    throw wrong(
      `filen med hemligheten för ${party}, "${path}", ska ha minst ${secretMinLength} tecken på en enda rad.`,
    )
  }
  return text
}
