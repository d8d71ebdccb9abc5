import type { Block } from '../document/blockContent.ts'
import type { FilledForm } from '../document/filledForm.ts'
import type { GoalLevel } from '../form/FormTemplate.ts'

/**
 * What was read of an ansökan that comes from somewhere else, a Word file or an older form version, before anything is
 * made of it. All that was there is in `form`, in `leftOvers`, or named in a note.
 */
export interface ReadForm {
  /** What would land in the fields. Sections of which nothing was found are as in an empty form. */
  readonly form: FilledForm
  /** What became of each section of the form that stores something, in the order of the form. */
  readonly sections: readonly SectionReading[]
  /** Text that no field takes by itself, in the order of the source: a person says where it goes. */
  readonly leftOvers: readonly LeftOver[]
  /** What concerns no single section. */
  readonly notes: readonly ReadNote[]
}

export interface SectionReading {
  /** Key of the section. */
  readonly section: string
  /** `guessed`: something of it was understood, but not beyond doubt; the notes say what. `missing`: nothing was there. */
  readonly is: 'read' | 'guessed' | 'missing'
  /** The heading as it stands in the source; null where there was none. */
  readonly heading: string | null
  readonly notes: readonly ReadNote[]
}

/** Something that whoever reads it in must know. `said` is what stands in the source, shortened; may be empty. */
export interface ReadNote {
  readonly kind: ReadNoteKind
  readonly said: string
}

export type ReadNoteKind = (typeof readNoteKinds)[number]

export const readNoteKinds = [
  // What was guessed.
  'headingGuessed',
  'headingTwice',
  'outOfOrder',
  'lettersMended',
  'dateGuessed',
  'answerGuessed',
  'partyGuessed',
  'goalLevelGuessed',
  'amountGuessed',
  'numberGuessed',
  // What is not as in the form.
  'agreementDiffers',
  'titleDiffers',
  'signaturesNotTaken',
  'budgetNotTaken',
  'valueTooLong',
  'tooMuchText',
  // What of the file is not taken.
  'commentsLeft',
  'deletedTextLeft',
  'insertedTextTaken',
  'pictureNotTaken',
  'pictureTextMissing',
  'linkNotTaken',
  'formattingLeft',
  'objectLeft',
  'headersLeft',
  'hiddenTextTaken',
  // What moving to another form version means.
  'headingChanged',
  'fieldNotAsked',
  'askedAnew',
  'mustBeSplit',
] as const

/** Text of the source that has no field by itself. */
export interface LeftOver {
  /** The same each time the same source is read. */
  readonly id: string
  readonly why: 'noHeading' | 'notAsked' | 'mustBeSplit' | 'doesNotFit' | 'unknownLabel'
  /** What it stood under in the source; null where nothing stood above it. */
  readonly under: string | null
  /** At least one, and none of them without words. */
  readonly blocks: readonly Block[]
  /** Where it probably belongs; null where there is no saying. */
  readonly proposed: Target | null
}

/** Where a left-over text can go: a section that takes running text; of goals, as goals of a level. */
export interface Target {
  readonly section: string
  readonly level?: GoalLevel['level'] | undefined
}

/** What a person has decided of the left-over texts, by their ids. */
export type Placements = Readonly<Record<string, Target | 'leaveOut'>>
