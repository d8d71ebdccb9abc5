import { formatKronor, groupDigits } from '../../form/amount.ts'
import type { form as swedish } from '../sv/form.ts'

/** English words of the room `form`. */
export const form: typeof swedish = {
  dateLanguage: 'en',
  contents: 'Contents',
  howToWrite: 'How to write this',
  starMeans: 'The annex has supporting text for this heading',
  hereNow: 'Writing here now',
  formVersion: 'Version of the form',
  somebody: 'Somebody else',
  lockedSign: 'Fixed text',
  filledSign: 'Filled in',
  emptySign: 'Empty',
  kronor: 'kr',
  emptyValue: 'empty',

  overtaken: (name, value) =>
    `${name} changed this to ${value} while you were writing. What you write will apply when you leave the field. Press Esc to keep the change.`,
  converted: value => `Read as ${value}.`,
  lostValue: (mine, name, theirs) =>
    `You wrote ${mine}. ${name} wrote ${theirs}, and that is what applies now.`,
  putMineBack: 'Put mine back',
  keepTheirs: 'Leave it',

  refusal: refusal => {
    switch (refusal.kind) {
      case 'notAnAmount':
        return 'This is not an amount, so it has not been saved. Write whole kronor in figures, such as 10 256 000.'
      case 'negative':
        return 'An amount cannot be less than zero, so it has not been saved.'
      case 'ore':
        return 'The amount must be in whole kronor, so it has not been saved. Round it off.'
      case 'grouping':
        return 'The amount can be read in more than one way, so it has not been saved. Write it with spaces, such as 10 256 000.'
      case 'thousandsOrKronor':
        return `Do you mean ${formatKronor(refusal.kronor)} or ${formatKronor(refusal.thousands)}? It has not been saved. Write whole kronor, or add tkr.`
      case 'tooLarge':
        return `The number is larger than ${groupDigits(refusal.max)}, so it has not been saved. Check the figures.`
      case 'tooLong':
        return `There is room for ${refusal.max} characters and this is ${refusal.length}, so it has not been saved. Shorten the text.`
      case 'notADay':
        return 'This is not a date that exists, so it has not been saved. Write year, month and day, such as 2025-01-31.'
      case 'notADate':
        return 'This cannot be read as a time, so it has not been saved. Write for example 2025-01-31, week 19 2025, October 2025 or autumn 2025.'
      case 'notAHeadcount':
        return 'Write a whole number of persons in figures. This has not been saved.'
      case 'notAPercent':
        return 'Write the share of full time in whole per cent, such as 100. This has not been saved.'
      case 'range':
        return 'Write a single number here, and the range in the text. This has not been saved.'
    }
  },

  add: what => `Add ${what}`,
  moveUp: what => `Move ${what} up`,
  moveDown: what => `Move ${what} down`,
  remove: what => `Remove ${what}`,
  moveToLevel: (what, level) => `Move ${what} to ${level}`,
  moved: (what, place, count) => `${what} is now number ${place} of ${count}.`,
  movedToLevel: (what, level) => `${what} has been moved to ${level}.`,
  removed: what => `${what} has been removed.`,
  broughtBack: what => `${what} is back.`,
  undoRemoval: 'Undo',
  hideRemoved: 'Hide',
  removedByOther: name => `${name} removed this. What you have written is kept.`,
  takeBack: 'Take it back',
  letBeRemoved: 'Let it be removed',

  partner: 'partner',
  partnerNumber: number => `Partner ${number}`,
  noPartners: 'No partners have been added yet.',
  goalNumber: (level, number) => `${level} ${number}`,
  logRow: 'row',
  logRowNumber: number => `Row ${number}`,
  noLogRows: 'No meetings or consultations have been entered yet.',
  addMeeting: 'Add a meeting',
  meetingKind: 'What kind of meeting?',
  meetingKinds: {
    lokus: 'LOKUS',
    steering: 'LOKUS steering group',
    strategic: 'Strategic development group',
    dialogue: 'Dialogue between parties',
    other: 'Something else',
  },
  // The list is part of the form, which is in Swedish.
  meetingLine: {
    lokus: 'LOKUS diskuterade ansökan.',
    steering: 'LOKUS styrgrupp diskuterade ansökan.',
    strategic: 'Strategiska utvecklingsgruppen diskuterade ansökan.',
    dialogue: 'Dialog mellan parterna om ansökan.',
    other: '',
  },
  meetingWhenMissing: 'Write when the meeting was.',
  meetingWhatMissing: 'Write what it was about.',
  meetingHelp: 'The meeting is put in its place by date. The line can be changed afterwards, as the others.',
  meetingAdd: 'Add',
  meetingAdded: place => `The meeting is on line ${place}.`,
  when: 'When',
  what: 'What',
  sortByDate: 'Sort by date',
  sorted: 'The rows are now in order of date.',

  dayHint: 'Year-month-day, such as 2025-01-31',
  fuzzyDateHint: 'Date, week, month or season, such as autumn 2028',
  periodLength: (years, months, days) =>
    `The period is ${[count(years, 'year'), count(months, 'month'), count(days, 'day')].filter(part => part !== '').join(', ')}.`,
  endBeforeStart: 'The end is before the start.',

  participantsNumbers: 'Number of persons',
  atATime: 'At a time',
  differentPersons: 'Different persons in all',
  perYear: 'Per calendar year',

  yes: 'Yes',
  no: 'No',
  noAnswer: 'Remove the answer',

  amount: 'Amount',
  amountNote: 'Comment on the amount',
  yearAmount: year => `Amount ${year}`,
  sumOfYears: 'Sum of the years',

  lockedTitle: 'This text is fixed and cannot be changed.',
  lockedWhy: 'Why?',
  lockedReason:
    'It is an agreement laid down by the Samordningsförbund, the same for all applications on this form. The text can be marked and copied.',

  nameOfInsats: 'Insatsens namn',
  unnamed: '(no name yet)',
  unnamedParty: '(no organisation yet)',
  signatureOf: organisation => `Signature for ${organisation}`,
}

function count(number: number, unit: string): string {
  if (number === 0) return ''
  return `${number} ${number === 1 ? unit : `${unit}s`}`
}
