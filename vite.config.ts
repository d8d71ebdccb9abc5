import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = `http://localhost:${process.env.PORT ?? 3000}`

/** Where programs that tests start keep what Node has compiled; they start hundreds of times. */
const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), 'samskriv-compiled') }

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // Everything is a file of ours: the content security policy allows no data: addresses.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': server,
      // Only documents' lines: the client has a folder of that name.
      '^/sync/[a-z0-9]{20}(?:[/?]|$)': { target: server, ws: true },
    },
  },
  test: {
    root: '.',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/journey/**', 'test/office/**'],
          // What they import is the same for all, and is loaded once for each worker; every core works.
          isolate: false,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
          env: compiled,
          // Many of them start real servers, and a busy machine is no fault of theirs.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          name: 'journey',
          include: ['test/journey/**/*.test.ts'],
          globalSetup: 'test/harness/buildClient.ts',
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // A browser that was too late is given one more try, and the report says so. What is wrong is wrong at once:
          // a letter that is not where it should be is no matter of time.
          retry: { count: 1, condition: /waited in vain|Timeout \d+ms exceeded|timed out in \d+ms/ },
          // Half of a journey is waiting for something, and browsers are heavy: two at a time.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          env: compiled,
        },
      },
      {
        // No part of `npm test`: it needs LibreOffice, which is not a package of npm.
        test: {
          name: 'office',
          include: ['test/office/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
