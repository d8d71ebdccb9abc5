/** `content-disposition` of what is saved and never shown as a page of ours, whatever it is called. */
export function savedAs(name: string): string {
  return `attachment; filename="${plain(name)}"; filename*=UTF-8''${escaped(name)}`
}

/** For what reads no other names. */
function plain(name: string): string {
  return /^[A-Za-z0-9._-]+$/.test(name) ? name : 'bilaga'
}

/** As RFC 8187 has it. */
function escaped(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*!]/g,
    letter => `%${letter.charCodeAt(0).toString(16)}`,
  )
}
