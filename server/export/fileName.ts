const longestName = 100

/**
 * What a file of an ansökan is called: `Budget ‹name of the insats› version 1.0.xlsx`, without what Windows takes in no
 * name of a file. `what` comes first, `ending` last; no version is that of now.
 */
export function fileName(what: string, name: string, versionLabel: string | null, ending: string): string {
  const version = versionLabel === null ? '' : ` version ${versionLabel}`
  const insats = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
    .replaceAll(/[\\/:*?"<>|\u0000-\u001f\u007f]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, longestName)
    // Never half a letter.
    .replace(/[\ud800-\udbff]$/, '')
  return `${`${what} ${insats}`.trim().replace(/\.+$/, '')}${version}.${ending}`
}
