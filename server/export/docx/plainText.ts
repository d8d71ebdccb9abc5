/**
 * Text without what no XML document may hold: control characters but tab, and what is no character at all. Those that part
 * lines or pages are spaces, so that words stay apart.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n|[\n\v\f\r\u0085]/g, ' ')
    .replaceAll(/[^\P{Cc}\t]|\p{Noncharacter_Code_Point}/gu, '')
}
