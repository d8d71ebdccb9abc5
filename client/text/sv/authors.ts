const number = new Intl.NumberFormat('sv-SE')

/** Who has written what. */
export const authors = {
  open: 'Vem har skrivit?',
  log: 'Logg',
  title: 'Vem har skrivit?',
  loading: 'Ser efter …',
  help: 'Räknat på det som står här nu. Den som delar, flyttar eller ångrar ett stycke står för orden i det.',
  nobody: 'Ingen har ändrat något sedan ansökan skapades.',
  letters: (count: number) => `${number.format(count)} tecken`,
}
