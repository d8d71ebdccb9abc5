import { isIPv6 } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { MailSettings, Sender } from './mail/mailSettings.ts'
import { guardDefaults } from './sync/guard/limits.ts'
import type { SyncLimits } from './sync/limits.ts'

/** Everything that can be set from outside, with its default and unit. Read once, at start. */
export interface Config {
  /** `PORT`, 0–65535; 0 takes a free one. Default 3000. */
  readonly port: number
  /** `HOST`, the address to listen on. Default 127.0.0.1: this machine only. */
  readonly host: string
  /** `DATA_DIR`, the one folder that holds all data. Default `data` in the program's folder. */
  readonly dataDir: string
  /** `PUBLIC_ORIGIN`, where people reach the program when that is not HOST and PORT, e.g. behind a proxy. */
  readonly publicOrigin: string | null
  /** Demo mode: anybody may enter as an invented person. Off as soon as any sign-in is configured. */
  readonly demo: boolean
  /** `SESSION_HOURS`, longest time a session lasts, 1–72. Default 12. */
  readonly sessionHours: number
  /** `SESSION_IDLE_MINUTES`, longest time without a sign of a page of hers, 1–1440. Default 30. */
  readonly sessionIdleMinutes: number
  /** `CHECKPOINT_BYTES`, size of the write-ahead log that starts a checkpoint. Default 16 MiB. */
  readonly checkpointBytes: number
  /** `TRUSTED_PROXY`, addresses and networks of the proxies that say for whom they ask, with commas. Default none. */
  readonly trustedProxies: readonly string[]
  /** `METRICS_TOKEN_FILE`, a file with the token that opens `/metrics`. Default none: from this machine only. */
  readonly metricsTokenFile: string | null
  /** `OIDC_PROVIDERS_FILE`, a file with the own sign-ins of organisations. Default none. */
  readonly openIdProvidersFile: string | null
  /** `STOP_SECONDS`, longest time a stop may take, 1–600. Default 20. */
  readonly stopSeconds: number
  readonly mail: MailSettings
  readonly http: HttpLimits
  readonly sync: SyncLimits
}

/** How much a connection may ask of the program before it has said anything of worth. */
export interface HttpLimits {
  /** `MAX_CONNECTIONS`, open at the same time, of every kind. Those beyond are cut. Default 5000. */
  readonly maxConnections: number
  /** `HEADERS_TIMEOUT_MS`, in which the head of a request must have come. Default 10 000. */
  readonly headersTimeoutMs: number
  /** `REQUEST_TIMEOUT_MS`, in which the whole of a request must have come. Default 120 000. */
  readonly requestTimeoutMs: number
  /** `KEEP_ALIVE_MS`, how long a connection waits for its next request. Longer than the proxy's. Default 75 000. */
  readonly keepAliveMs: number
}

/** A setting has a value it cannot have. The message names the setting, the value and what it may be. */
export class WrongSetting extends Error {}

const mebibyte = 1024 * 1024

const loopbackHosts = ['127.0.0.1', '::1', '[::1]', 'localhost']

/** Any of these in the environment is a configured sign-in, and turns demo mode off. */
const signInSettings = /^(?:OIDC_|SMTP_|SIGN_IN_)/

/** Reads the settings; throws `WrongSetting` for the first wrong one. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const host = environment.HOST?.trim() || '127.0.0.1'
  const publicOrigin = origin(environment, 'PUBLIC_ORIGIN')
  return {
    port: wholeNumber(environment, 'PORT', 3000, 0, 65_535),
    host,
    dataDir: resolve(environment.DATA_DIR?.trim() || 'data'),
    publicOrigin,
    demo: demoMode(environment, host, publicOrigin),
    sessionHours: wholeNumber(environment, 'SESSION_HOURS', 12, 1, 72),
    sessionIdleMinutes: wholeNumber(environment, 'SESSION_IDLE_MINUTES', 30, 1, 1440),
    checkpointBytes: wholeNumber(environment, 'CHECKPOINT_BYTES', 16 * 1024 * 1024, 4096, 1024 * 1024 * 1024),
    trustedProxies: list(environment, 'TRUSTED_PROXY'),
    metricsTokenFile: environment.METRICS_TOKEN_FILE?.trim() || null,
    openIdProvidersFile: environment.OIDC_PROVIDERS_FILE?.trim() || null,
    stopSeconds: wholeNumber(environment, 'STOP_SECONDS', 20, 1, 600),
    mail: mail(environment),
    http: {
      maxConnections: wholeNumber(environment, 'MAX_CONNECTIONS', 5000, 1, 1_000_000),
      headersTimeoutMs: wholeNumber(environment, 'HEADERS_TIMEOUT_MS', 10_000, 100, 600_000),
      requestTimeoutMs: wholeNumber(environment, 'REQUEST_TIMEOUT_MS', 120_000, 100, 3_600_000),
      keepAliveMs: wholeNumber(environment, 'KEEP_ALIVE_MS', 75_000, 100, 3_600_000),
    },
    sync: {
      maxFrameBytes: wholeNumber(environment, 'MAX_FRAME_BYTES', 2 * mebibyte, 65_536, 64 * mebibyte),
      maxDocumentBytes: wholeNumber(environment, 'MAX_DOCUMENT_BYTES', 8 * mebibyte, 65_536, 256 * mebibyte),
      guard: {
        maxStructs: wholeNumber(environment, 'MAX_UPDATE_STRUCTS', guardDefaults.maxStructs, 1000, 1_000_000),
        maxDepth: wholeNumber(environment, 'MAX_UPDATE_DEPTH', guardDefaults.maxDepth, 10, 100),
        maxClients: wholeNumber(environment, 'MAX_UPDATE_CLIENT_IDS', guardDefaults.maxClients, 1, 10_000),
        maxMoves: wholeNumber(environment, 'MAX_UPDATE_MOVES', guardDefaults.maxMoves, 1_000_000, 1e12),
      },
      maxClientIdsPerPerson: wholeNumber(environment, 'MAX_CLIENT_IDS_PER_PERSON', 10_000, 1, 10_000_000),
      maxLines: wholeNumber(environment, 'MAX_LINES', 2000, 1, 100_000),
      maxLinesPerPerson: wholeNumber(environment, 'MAX_LINES_PER_PERSON', 10, 1, 100_000),
      maxLinesPerDocument: wholeNumber(environment, 'MAX_LINES_PER_DOCUMENT', 100, 1, 100_000),
      messagesPerSecond: wholeNumber(environment, 'MAX_MESSAGES_PER_SECOND', 300, 1, 10_000_000),
      bytesPerSecond: wholeNumber(environment, 'MAX_BYTES_PER_SECOND', mebibyte, 1024, 1024 * mebibyte),
      maxBacklogBytes: wholeNumber(environment, 'MAX_BACKLOG_BYTES', 8 * mebibyte, 65_536, 1024 * mebibyte),
      slowReaderMs: 1000 * wholeNumber(environment, 'SLOW_READER_SECONDS', 30, 1, 3600),
      idleDocumentMs: 1000 * wholeNumber(environment, 'IDLE_DOCUMENT_SECONDS', 30, 1, 86_400),
      signedOutPerMinute: wholeNumber(environment, 'MAX_SIGNED_OUT_PER_MINUTE', 20, 1, 1_000_000),
    },
  }
}

/** How letters are sent; to a folder, when there is no SMTP_HOST. */
function mail(environment: Readonly<Record<string, string | undefined>>): MailSettings {
  const [host, security, user, passwordFile] = [
    'SMTP_HOST',
    'SMTP_SECURITY',
    'SMTP_USER',
    'SMTP_PASSWORD_FILE',
  ].map(name => environment[name]?.trim() ?? '') as [string, string, string, string]
  const port = wholeNumber(environment, 'SMTP_PORT', 0, 1, 65_535)
  const from = sender(environment, 'MAIL_FROM')
  const without = Object.keys(environment).find(name => name.startsWith('SMTP_') && environment[name]?.trim())
  if (host === '') {
    if (without) throw new WrongSetting(`${without} är satt, men inte SMTP_HOST. Sätt båda eller ingen.`)
    return { from: from ?? { name: 'Samskriv', address: 'samskriv@localhost' }, smtp: null }
  }
  if (!/^[a-z0-9.-]+$/i.test(host) && !isIPv6(host)) {
    throw new WrongSetting(
      `SMTP_HOST är "${host}", men ska vara ett namn eller en adress, till exempel smtp.example.se. Porten sätts med SMTP_PORT.`,
    )
  }
  if (security !== '' && security !== 'starttls' && security !== 'tls' && security !== 'none') {
    throw new WrongSetting(`SMTP_SECURITY är "${security}", men kan bara vara starttls, tls eller none.`)
  }
  if (from === null) {
    throw new WrongSetting(
      'SMTP_HOST är satt, men inte MAIL_FROM. Sätt avsändaren, till exempel Samskriv <samskriv@example.se>.',
    )
  }
  if ((user === '') !== (passwordFile === '')) {
    const [one, other] =
      user === '' ? ['SMTP_PASSWORD_FILE', 'SMTP_USER'] : ['SMTP_USER', 'SMTP_PASSWORD_FILE']
    throw new WrongSetting(`${one} är satt, men inte ${other}. Sätt båda eller ingen.`)
  }
  if (user !== '' && security === 'none') {
    throw new WrongSetting(
      'SMTP_SECURITY är "none", men SMTP_USER är satt: lösenordet skulle gå att läsa på vägen. Välj starttls eller tls.',
    )
  }
  const chosen = security === '' ? 'starttls' : security
  return {
    from,
    smtp: {
      host,
      port: port || { starttls: 587, tls: 465, none: 25 }[chosen],
      security: chosen,
      login: user === '' ? null : { user, passwordFile },
    },
  }
}

/** `samskriv@heby.example` or `Samskriv <samskriv@heby.example>`; null when it is not set. */
function sender(environment: Readonly<Record<string, string | undefined>>, name: string): Sender | null {
  const text = environment[name]?.trim() ?? ''
  if (text === '') return null
  const [, words = 'Samskriv', address = text] = /^([^<>"@,;:\\\p{Cc}]{1,60}?) *<([^<>]*)>$/u.exec(text) ?? []
  if (!z.email().safeParse(address).success) {
    throw new WrongSetting(
      `${name} är "${text}", men ska vara en adress, till exempel samskriv@example.se eller Samskriv <samskriv@example.se>.`,
    )
  }
  return { name: words, address }
}

/** True for the names and addresses by which this machine calls itself. */
export function isLoopback(host: string): boolean {
  return loopbackHosts.includes(host)
}

/** True when people reach the program through something that stands before it, so that all come from its address. */
export function isBehindProxy({ publicOrigin, trustedProxies }: Config): boolean {
  return trustedProxies.length > 0 || (publicOrigin !== null && !isLoopback(new URL(publicOrigin).hostname))
}

/**
 * Demo is for one's own machine. Open to a network, or behind a proxy that is, it needs `DEMO=on` as well, so that
 * nobody puts a program without sign-in on a network by leaving settings out.
 */
function demoMode(
  environment: Readonly<Record<string, string | undefined>>,
  host: string,
  publicOrigin: string | null,
): boolean {
  const asked = environment.DEMO?.trim() ?? ''
  if (!['', 'on', 'off'].includes(asked)) {
    throw new WrongSetting(`DEMO är "${asked}", men kan bara vara on eller off.`)
  }
  const signIn = Object.keys(environment).find(name => signInSettings.test(name) && environment[name])
  if (signIn) {
    if (asked === 'on') {
      throw new WrongSetting(`DEMO är on, men inloggning är inställd (${signIn}). Ta bort den ena.`)
    }
    return false
  }
  if (asked === 'off') return false
  const open = openedBy(host, publicOrigin)
  if (open && asked !== 'on') {
    throw new WrongSetting(
      `${open}, så att programmet nås från nätet, men ingen inloggning är inställd. ` +
        'Ställ in en inloggning, eller sätt DEMO=on om vem som helst ska få gå in och skriva.',
    )
  }
  return true
}

/** The setting, with its value, by which others than this machine reach the program; null when none does. */
function openedBy(host: string, publicOrigin: string | null): string | null {
  if (!loopbackHosts.includes(host)) return `HOST är "${host}"`
  const isOpen = publicOrigin !== null && !loopbackHosts.includes(new URL(publicOrigin).hostname)
  return isOpen ? `PUBLIC_ORIGIN är "${publicOrigin}"` : null
}

function wholeNumber(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  otherwise: number,
  least: number,
  most: number,
): number {
  const text = environment[name]?.trim() ?? ''
  if (text === '') return otherwise
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new WrongSetting(`${name} är "${text}", men ska vara ett heltal mellan ${least} och ${most}.`)
  }
  return value
}

function list(environment: Readonly<Record<string, string | undefined>>, name: string): string[] {
  const parts = (environment[name] ?? '').split(',').map(part => part.trim())
  return parts.filter(part => part !== '')
}

function origin(environment: Readonly<Record<string, string | undefined>>, name: string): string | null {
  const text = environment[name]?.trim() ?? ''
  if (text === '') return null
  if (!URL.canParse(text) || new URL(text).origin !== text || !/^https?:/.test(text)) {
    throw new WrongSetting(
      `${name} är "${text}", men ska vara en adress utan sökväg, till exempel https://ansokan.example.se.`,
    )
  }
  return text
}
