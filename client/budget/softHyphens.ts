/** Where the long words of a column's head part, for browsers that have no Swedish hyphens of their own. */
const parts =
  /(för(?=säkrings)|organisa(?=tion)|rekvi(?=rera)|insats|egen|löne|lokal|arbets|förmed|säkrings|samordnings|spridnings|social|hälso|utbildnings|informations|medarbe(?=tare)|semina(?=rie)|mate(?=rial)|projekt)(?=\p{L}{4})/giu

/** The same words with soft hyphens: they are seen only where a line ends. */
export function softHyphens(words: string): string {
  return words.replace(parts, '$1\u00ad')
}

/** The same in words too long for a narrow column; the rest stay as somebody wrote them. */
export function softHyphensInLong(words: string): string {
  return words.replace(/\p{L}{16,}/gu, softHyphens)
}
