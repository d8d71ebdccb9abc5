/** Swedish words of a form on paper that stand in no form version: as on the screen, whose words are in client/text. */
export const formWords = {
  empty: 'Inte ifyllt.',
  kronor: 'kr',
  amount: 'Belopp',
  amountNote: 'Kommentar till beloppet',
  yes: 'Ja',
  no: 'Nej',
  when: 'När',
  what: 'Vad',
  atATime: 'Samtidigt',
  differentPersons: 'Olika personer under hela tiden',
  perYear: 'Per kalenderår',
  partner: 'Samverkanspart',
  unnamedParty: '(organisation saknas)',
  placeOfName: '………………………',
  nameOfInsats: 'Insatsens namn',
  inKronor: 'Alla belopp är i hela kronor.',
  rowNumber: 'Nr',
  costType: 'Kostnadsslag',
  unnamedRow: '(rad utan namn)',
  party: 'Part',
  undistributed: 'Inte fördelat på år',
  tooMuch: 'Fördelat på år utöver beloppet',
  noAmounts: '(belopp saknas i budgeten)',
  noYear: (year: string) => `(år ${year} finns inte i budgeten)`,
} as const

/** In groups of three that no line breaks: `10 256 000 kr`. */
export function kronor(amount: number): string {
  return `${digits(amount)}\u00a0${formWords.kronor}`
}

/** The same without the unit. */
export function digits(amount: number): string {
  return String(amount).replaceAll(/\B(?=(?:\d{3})+$)/g, '\u00a0')
}
