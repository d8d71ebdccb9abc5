/** What matters of JSON here: its strings, with the colon that makes one a key, and where objects begin and end. */
const tokens = /"((?:[^"\\]|\\.)*)"(\s*:)?|[{}]/gs

/**
 * The first key that stands twice in the same object of a JSON text; null when none does. `JSON.parse` takes the last
 * of them, and others may take the first (limits.md 8). `json` must be JSON.
 */
export function repeatedKey(json: string): string | null {
  const open: Set<string>[] = []
  for (const [token, written, colon] of json.matchAll(tokens)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    else if (colon !== undefined) {
      const key: unknown = JSON.parse(`"${written}"`)
      const keys = open.at(-1)
      if (typeof key !== 'string' || keys === undefined) continue
      if (keys.has(key)) return key
      keys.add(key)
    }
  }
  return null
}
