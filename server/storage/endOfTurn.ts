/**
 * The end of a turn of the event loop, after its sockets have been read: first what has gathered is taken in, by every
 * room that has something, and then what all of them gave to the disk is written. Two calls of `setImmediate` would do
 * it in this order too, but with a whole turn in between, and a turn costs a key press on a quiet machine 50 µs.
 */
let works: (() => void)[] = []
let lastWorks: (() => void)[] = []
let isDue = false
let isEnding = false

/** Does `work` at the end of this turn; of the next, when this one is ending. It must not throw. */
export function atEndOfTurn(work: () => void): void {
  works.push(work)
  soon()
}

/** Does `work` after all that is done at the end of this turn, also when this one is ending. It must not throw. */
export function lastInTurn(work: () => void): void {
  lastWorks.push(work)
  if (!isEnding) soon()
}

function soon(): void {
  if (isDue) return
  isDue = true
  setImmediate(end)
}

function end(): void {
  isDue = false
  const now = works
  works = []
  isEnding = true
  try {
    for (const work of now) work()
  } finally {
    isEnding = false
    const last = lastWorks
    lastWorks = []
    for (const work of last) work()
  }
}
