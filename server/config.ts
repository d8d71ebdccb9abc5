import { resolve } from 'node:path'

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
  /** `MAX_FRAME_BYTES`, largest frame a socket may send. Default 2 MiB. */
  readonly maxFrameBytes: number
  /** `CHECKPOINT_BYTES`, size of the write-ahead log that starts a checkpoint. Default 16 MiB. */
  readonly checkpointBytes: number
}

/** A setting has a value it cannot have. The message names the setting, the value and what it may be. */
export class WrongSetting extends Error {}

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
    maxFrameBytes: wholeNumber(environment, 'MAX_FRAME_BYTES', 2 * 1024 * 1024, 65_536, 64 * 1024 * 1024),
    checkpointBytes: wholeNumber(environment, 'CHECKPOINT_BYTES', 16 * 1024 * 1024, 4096, 1024 * 1024 * 1024),
  }
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
