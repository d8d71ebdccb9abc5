/** Text without what no XML document may hold: control characters but tab, and what is no character at all. */
export function plainText(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\t]|\p{Noncharacter_Code_Point}/gu, '')
}
