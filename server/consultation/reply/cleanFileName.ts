/** Longest name of an attachment, in UTF-16 units. */
const nameMaxLength = 200

/**
 * What a file was called where it came from, as it may be shown and saved under: without a path, and without what cannot
 * be seen or turns the rest around. A long one keeps its ending.
 */
export function cleanFileName(said: string): string {
  const name = (said.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/["<>:|?*]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .]+/, '')
    .replace(/[ .]+$/, '')
  if (name === '') return 'bilaga'
  if (name.length <= nameMaxLength) return name
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  return `${name
    .slice(0, nameMaxLength - ending.length)
    .toWellFormed()
    .replaceAll('\uFFFD', '')}${ending}`
}
