import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * `npm run bench [-- browser|server|compare|comments|budget|export [rounds] …]`: what is named, with the arguments that follow, or
 * one after the other. Each in a process of its own, so that none finds another's leavings in its memory.
 */
const scripts = {
  browser: 'runBrowserBench.ts',
  server: 'server/runServerBench.ts',
  compare: 'compare/runCompareBench.ts',
  comments: 'comments/runCommentsBench.ts',
  budget: 'budget/runBudgetBench.ts',
  export: 'export/runExportBench.ts',
} as const

const [named, ...rest] = process.argv.slice(2)
if (named !== undefined && !isNamed(named)) {
  throw new Error(`There is no bench "${named}", only ${Object.keys(scripts).join(', ')}.`)
}
for (const name of named === undefined ? Object.keys(scripts).filter(isNamed) : [named]) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, scripts[name]), ...rest], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}

function isNamed(name: string): name is keyof typeof scripts {
  return Object.hasOwn(scripts, name)
}
