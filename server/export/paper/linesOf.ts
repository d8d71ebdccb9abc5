/** The lines of what somebody has written without form, those that say nothing passed over. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).filter(line => /\S/.test(line))
}
