/** Why a file cannot be trusted. */
export type DamageReason =
  /** The file, or the folder, is not there. */
  | 'missing'
  /** The file does not begin as a file of ours of this kind. */
  | 'fileHeader'
  /** The file was written by a newer version of the program. */
  | 'newerFormat'
  /** An entry's header is unreadable in both its copies, so that what follows cannot be found either. */
  | 'entryHeader'
  /** An entry's bytes do not match their checksum. */
  | 'payload'
  /** The file ends before what was promised to be in it. */
  | 'cut'
  /** An entry that should be between two others is missing. */
  | 'gap'
  /** The file belongs to another document. */
  | 'otherDocument'
  /** The disk does not give back what is in the file. */
  | 'unreadable'

/** What is wrong with a document on disk. Nothing of it is overwritten until somebody has restored it. */
export interface Damage {
  /** Full path of the file (or folder). */
  readonly file: string
  /** Where in the file the damage was noticed. */
  readonly byte: number
  readonly reason: DamageReason
}

/** A document cannot be loaded or written because a file of it is damaged. Other documents are not touched. */
export class DamagedDocument extends Error {
  override readonly name = 'DamagedDocument'
  readonly id: string
  readonly damage: Damage

  constructor(id: string, damage: Damage) {
    super(`Ansökan ${id} är stängd. ${describeDamage(damage)}`)
    this.id = id
    this.damage = damage
  }
}

const restoreIt = 'Återställ den från en säkerhetskopia och starta om.'

/** A file that is not a document's text (people, records …) is damaged. Never overwritten. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'
  readonly file: string
  /** Which file and what is wrong with it, without what to do about it. */
  readonly what: string
  readonly #shortly: string

  /** `what` and `remedy`, what to do about it, are sentences in Swedish, for whoever runs the program. */
  constructor(file: string, what: string, options?: ErrorOptions, remedy = restoreIt) {
    const said = `Filen ${file} går inte att läsa: ${what}`
    super(`${said} Den har inte ändrats. ${remedy}`, options)
    this.file = file
    this.what = said
    this.#shortly = what
  }

  /** The same damage, of a file that there is another remedy for. */
  withRemedy(remedy: string): DamagedFile {
    return new DamagedFile(this.file, this.#shortly, { cause: this.cause }, remedy)
  }
}

const reasonText: Readonly<Record<DamageReason, string>> = {
  missing: 'saknas',
  fileHeader: 'börjar inte som den ska',
  newerFormat: 'är skriven av en nyare version av programmet',
  entryHeader: 'har en oläslig post, så att det som följer inte heller går att läsa',
  payload: 'har en post vars kontrollsumma inte stämmer',
  cut: 'slutar för tidigt',
  gap: 'saknar en post',
  otherDocument: 'hör till en annan ansökan',
  unreadable: 'går inte att läsa från disken',
}

/** What is wrong and where, in Swedish, for whoever runs the program. */
export function sayDamage({ file, byte, reason }: Damage): string {
  return `Filen ${file} ${reasonText[reason]} (byte ${byte}).`
}

/** One sentence on what is wrong and one on how to restore, in Swedish, for whoever runs the program. */
function describeDamage(damage: Damage): string {
  const restore =
    damage.reason === 'newerFormat'
      ? 'Starta den version av programmet som skrev den.'
      : 'Inget har skrivits över. Stoppa programmet, återställ filen från en säkerhetskopia och starta igen ' +
        '(server/storage/FORMAT.md säger hur).'
  return `${sayDamage(damage)} ${restore}`
}
