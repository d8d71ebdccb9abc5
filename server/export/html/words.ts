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
  nameOfInsats: 'Insatsens namn',
} as const
