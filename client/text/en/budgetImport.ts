import type { WorkbookNote, WorkbookNoteKind } from '../../../shared/http/budget.ts'
import { formatKronor } from '../../form/amount.ts'
import type { Text } from '../text.ts'

const at = ({ sheet, cell }: Pick<WorkbookNote, 'sheet' | 'cell'>) =>
  cell === null ? (sheet === null ? '' : ` (sheet ${sheet})`) : ` (${sheet ?? ''}, cell ${cell})`

const quoted = (said: string | null) => (said === null ? '' : ` “${said}”`)

const notes: Readonly<Record<WorkbookNoteKind, (note: WorkbookNote) => string>> = {
  hiddenSheetLeft: ({ sheet }) => `The sheet ${sheet} is hidden in the file and has not been read.`,
  otherSheetLeft: ({ sheet }) => `The sheet ${sheet} does not look like a budget and has not been read.`,
  sheetOfSameKindLeft: ({ sheet }) =>
    `The sheet ${sheet} is of the same kind as one before it and has not been read.`,
  externalLinks: () =>
    'The file takes figures from other files. They have not been fetched; the figures last saved in the file have been read.',
  placeholderLeft: note => `${quoted(note.said).trim()} is not a name and has not been read in${at(note)}.`,
  textNotTaken: note => `It says${quoted(note.said)} where there should be an amount${at(note)}.`,
  faultNotTaken: note => `It says the error ${note.said} instead of an amount${at(note)}.`,
  formulaNotTaken: note =>
    `Here is a formula whose result is not in the file${at(note)}. Open the file in Excel, save it and read it again.`,
  outsideColumns: note => `The number ${note.said} stands in none of the columns of the budget${at(note)}.`,
  outsideRows: note => `The row${quoted(note.said)} has amounts but stands under no heading${at(note)}.`,
  yearRowLeft: note =>
    `The row${quoted(note.said)} is only in the sheet of the years, and has no amount in the detailed budget${at(note)}.`,
  dayNotTaken: note => `The cell${quoted(note.said)} could not be read as a date${at(note)}.`,
  percentNotTaken: note => `The cell${quoted(note.said)} could not be read as per cent${at(note)}.`,
  mergedAmount: note =>
    `The amount is in merged cells over several rows. It has been read on the first${at(note)}.`,
  textCut: note => `The text${quoted(note.said)} is too long and has been cut${at(note)}.`,
  tkrMeansKronor: note =>
    `The file says “tkr” (thousands), but the amounts are so large that they must be whole kronor. They have been read as kronor${at(note)}.`,
  yearsInOtherUnit: note =>
    `The years are in another unit (kronor or thousands) than the rows. They have been converted${at(note)}.`,
  noUnit: note => `The file does not say whether amounts are in kronor or thousands of kronor${at(note)}.`,
  figuresAsText: note =>
    `Amounts written as text have been read as numbers, such as${quoted(note.said)}${at(note)}.`,
  percentGuessed: note =>
    `The extent of a post is written without a per cent sign, such as${quoted(note.said)}, and has been read as a share of full time${at(note)}.`,
  percentRounded: note => `The extent ${note.said} % has been rounded to whole per cent${at(note)}.`,
  dayGuessed: note => `The number ${note.said} has been read as a date${at(note)}.`,
  yearRowGuessed: note =>
    `The row${quoted(note.said)} in the sheet of the years has another name in the detailed budget. They have been matched by place${at(note)}.`,
  summaryOnly: ({ sheet }) =>
    `Only the summary (${sheet}) has amounts. The amount of each party becomes a row named Övrigt.`,
}

/** English words of reading a budget out of an Excel file. */
export const budgetImport: Text['budgetImport'] = {
  open: 'Read from Excel…',
  title: 'Read budget from Excel',
  cancel: 'Cancel',
  close: 'Close',
  file: 'Excel file (.xlsx)',
  fileHelp:
    'A budget downloaded from here, or filled in on the budget template. Nothing changes until you have seen what the file says and chosen Read in.',
  tooLarge:
    'The file is larger than 5 MB. Save only the sheets of the budget in a file of their own and try again.',
  empty: 'The file is empty.',
  reading: name => `Reading ${name} …`,
  other: 'Choose another file',
  limited:
    'You may only fill in a part of the budget. Of the file only that is read in which stands where you may write, in rows that are already there.',

  readTitle: name => `What ${name} says`,
  layouts: {
    samskriv: 'The file comes from Samskriv.',
    template: 'The file follows the budget template.',
    summary: 'The file is a summary of a budget.',
  },
  sheets: names =>
    names.length === 1
      ? `The sheet ${names[0]} has been read.`
      : `The sheets ${names.join(', ')} have been read.`,
  counts: (rows, amounts, years) =>
    `${rows === 1 ? 'One row' : `${rows} rows`} with ${amounts === 1 ? 'one amount' : `${amounts} amounts`}${years === 0 ? '. Nothing per year' : ` and ${years} amounts per year`}.`,
  insats: name => `Insats according to the file: ${name}.`,
  sought: 'From Samordningsförbundet',
  own: 'Own financing',
  grand: 'Total cost',
  sumsAgree: 'The sums in the file agree with its rows.',
  noSums: 'The file has no sums to compare with.',
  differences: 'Does not agree',
  differencesHelp: 'The rows are read in, and the sums are worked out anew.',

  unit: 'Are the amounts in kronor or in thousands of kronor?',
  unitHelp: example => `The file does not tell. It says ${example}, for example.`,
  units: { kr: 'Whole kronor', tkr: 'Thousands of kronor (tkr)' },
  unitGives: total => `The sum becomes ${formatKronor(total)}`,
  chooseUnit: 'Choose first whether amounts are in kronor or thousands of kronor.',

  parties: 'Which column is which party?',
  partiesHelp: 'We have proposed by name. Change what is wrong.',
  columnIn: (name, kronor) => `“${name}” in the file, ${formatKronor(kronor)}`,
  unnamedColumn: cell => `Column without a name (${cell})`,
  roles: { owner: 'Main owner', partner: 'Co-owner' },
  leaveOut: 'Do not read in',
  unnamedParty: 'Party without a name',
  sameParty: 'Two columns cannot be read in to the same party.',
  noParty: 'No column is read in. Choose a party for at least one of them.',

  mode: 'The budget has amounts already. What is to become of them?',
  modes: { replace: 'Replace them with those of the file', add: 'Keep them, and add the rows of the file' },
  modesHelp: {
    replace: 'Rows that are not in the file are emptied or removed, for the parties that are read in.',
    add: 'The rows of the file go into empty rows or new ones. The years of other costs are added together.',
  },

  notTaken: 'Not read in',
  understood: 'How the file has been understood',
  moreNotes: count => `${count} more remarks are not shown.`,
  untaken: {
    negative: 'The amount is below zero',
    fraction: 'The amount is not whole kronor',
    tooLarge: 'The amount is too large',
  },
  untakenAt: (why, value, sheet, cell) => `${why}: ${value} (${sheet}, cell ${cell}).`,
  note: note => notes[note.kind](note),
  rowsNotMine: count =>
    count === 1
      ? 'One row of the file is not in the budget, and you may not add rows.'
      : `${count} rows of the file are not in the budget, and you may not add rows.`,
  valuesNotMine: count =>
    count === 1
      ? 'One value stands where you may not write.'
      : `${count} values stand where you may not write.`,

  readIn: 'Read in',
  nothing: 'There is nothing to read in: the budget is as the file already, or you may not write there.',
  done: (values, rows, total) =>
    `The budget has been read in: ${values === 1 ? 'one value' : `${values} values`}${rows === 0 ? '' : rows === 1 ? ' and one new row' : ` and ${rows} new rows`}. You now ask for ${total}. Undo takes all of it back.`,
}
