import { existsSync } from 'node:fs'
import { type Browser, chromium as playwright } from 'playwright-core'

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
  const executablePath =
    process.env.CHROMIUM ?? usualPlaces.find(path => existsSync(path)) ?? (await browserFromNpm())
  return await playwright.launch({ executablePath, args: launchArguments })
}

async function browserFromNpm(): Promise<string> {
  // Makes the package unpack the system libraries it brings along, so that a bare machine is enough.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return await chromium.executablePath()
}
