import { build } from 'vite'

/** Builds the client once before the real-browser tests, just as `npm start` does. */
export default async function buildClient(): Promise<void> {
  await build({ logLevel: 'warn', configFile: 'vite.config.ts' })
}
