import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/**
 * The load has the last processor of the machine and the server has the others: a system that puts both on one,
 * because they talk so much, would measure the sum of them.
 */
export function keepToLoadProcessor(pid: number): void {
  keepTo(pid, String(availableParallelism() - 1))
}

export function keepToServerProcessors(pid: number): void {
  keepTo(pid, `0-${availableParallelism() - 2}`)
}

/** Where the system has no `taskset`, or only one processor, it decides itself. */
function keepTo(pid: number, processors: string): void {
  if (availableParallelism() > 1)
    spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', processors, String(pid)])
}
