/** How long the page may take to draw something. */
const latestMs = 5_000

/** Calls `act` with what `find` gives, at once or as soon as the page has drawn it; never if it does not come. */
export function whenOnPage<T>(find: () => T | null, act: (found: T) => void): void {
  const since = performance.now()
  const look = () => {
    const found = find()
    if (found !== null) act(found)
    else if (performance.now() - since < latestMs) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
