import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core'

/** Where an installed browser usually is; used before the one from npm. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The package's own arguments are for a cloud function: one process for all, web security off. Here several people
 * sit in one browser and its security is part of what is tested.
 */
const launchArguments = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=sv-SE']

/** A real browser: `CHROMIUM` if set, else an installed one, else the one that comes from npm. */
export async function launchBrowser(): Promise<Browser> {
  return await playwright.launch({ executablePath: await browserPath(), args: launchArguments })
}

/** The same with a profile on disk, which is there again the next time it is launched on that folder. */
export async function launchProfile(folder: string, baseURL: string): Promise<BrowserContext> {
  const options = { locale: 'sv-SE', viewport: { width: 1280, height: 900 }, baseURL }
  const executablePath = await browserPath()
  return await playwright.launchPersistentContext(folder, {
    ...options,
    executablePath,
    args: launchArguments,
  })
}

async function browserPath(): Promise<string> {
  return process.env.CHROMIUM ?? usualPlaces.find(path => existsSync(path)) ?? (await browserFromNpm())
}

async function browserFromNpm(): Promise<string> {
  // Makes the package unpack the system libraries it brings along, so that a bare machine is enough.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return await chromium.executablePath()
}
