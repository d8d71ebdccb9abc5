import type { Text } from '../text.ts'

/** English words of the room `budget`. */
export const budget: Text['budget'] = {
  costType: 'Kind of cost',
  unnamedRow: 'Row without a name',
  rowName: (label, block) => `${label}, ${block}`,
  blockWords: {
    salary: 'salaries',
    premises: 'premises',
    other: 'other costs',
    ownSalary: 'salaries the parties pay themselves',
    ownPremises: 'premises the parties pay themselves',
    ownOther: 'other costs the parties pay themselves',
  },
  lineFrom: 'From',
  lineTo: 'To',
  amountOf: party => `Amount of ${party}`,
  allOther: 'Other costs per year',
  unnamedParty: '(organisation missing)',
  unit: 'kr',
  inKronorOnly: 'All amounts are in whole kronor.',
  inKronor: 'All amounts are in whole kronor. The sums are worked out while you write.',

  detailed: 'Detailed budget',
  addRowTo: {
    salary: 'Add a salary',
    premises: 'Add costs of premises',
    other: 'Add another cost',
    ownSalary: 'Add a salary',
    ownPremises: 'Add costs of premises',
    ownOther: 'Add another cost',
  },
  newRow: 'New row',
  moveUp: 'Move up',
  moveDown: 'Move down',
  removeRow: 'Remove the row',
  rowMenu: row => `More about ${row}`,
  emptySalary: 'Position',
  emptyCost: 'Cost',
  emptySpecification: 'What is meant?',
  specification: 'Specification',
  specify: 'Write a specification',
  specificationOf: row => `Specification of ${row}`,

  showOwn: 'Show rows for own financing',
  hideOwn: 'Hide rows for own financing',

  selected: (count, from, to) => `${count} cells selected, from ${from} to ${to}.`,
  selectedSum: (count, sum) => `${count} cells selected, sum ${sum}`,
  computedWhy: 'This is worked out from the amounts of the budget and cannot be written in.',
  readOnly: 'The budget cannot be written in just now.',
  cellNote: (column, words) => `${column}: ${words}`,
  keys: 'Keys',
  keysHelp: [
    'Type to fill in; Enter goes down and Tab to the right.',
    'F2 changes what is there, Esc gives it back, Delete empties.',
    'Ctrl+C and Ctrl+V copy and paste, to and from Excel too.',
    'Shift and arrows select several. Alt, Shift and an arrow move the row. Shift and F10 open its menu.',
    'Ctrl+Alt+M comments on the cell.',
  ],

  paste: {
    title: 'Pasted',
    close: 'Close',
    undo: 'Undo the paste',
    done: count => (count === 1 ? 'One cell has changed.' : `${count} cells have changed.`),
    nothing: 'No cell has changed.',
    emptied: count =>
      count === 1
        ? 'One cell was empty in what was pasted, and has been emptied.'
        : `${count} cells were empty in what was pasted, and have been emptied.`,
    asSaid: unit =>
      `A heading says ${unit}, so amounts without a unit of their own are taken as ${unit === 'tkr' ? 'thousands' : 'millions'} of kronor.`,
    asKronor: unit =>
      `A heading says ${unit}, but the amounts are so large that they are taken as whole kronor.`,
    converted: count =>
      count === 1 ? 'One amount was converted to kronor.' : `${count} amounts were converted to kronor.`,
    notTaken: 'This was not taken. Those cells are as they were.',
    left: (row, column, text, why) => `${row}, ${column}: “${text}”. ${why}`,
    computed: amount => `It is worked out, and is ${amount}.`,
    noCell: 'There is nothing to fill in there.',
    more: count => `And ${count} more.`,
    outside: count =>
      count === 1
        ? 'One cell had no place in the sheet and was left out. Add rows to bring it in.'
        : `${count} cells had no place in the sheet and were left out. Add rows to bring them in.`,
    tooMuch: 'That is too much to paste. Select only what belongs to the budget.',
  },

  asExcel: 'Download as Excel',

  amount: {
    fromBudget: 'The amount is worked out from the budget.',
    none: 'The amount is worked out from the budget, which has no amounts yet.',
    toBudget: 'To the budget',
    fillIn: 'Fill in the budget',
    undistributed: 'Not spread over the years',
    tooMuch: 'Spread over the years beyond the amount',
    typedCounts: 'The amount was typed by hand. It counts until the budget has amounts.',
    putIn: 'Put it in the budget as Övrigt',
    putInDone: amount => `${amount} now stands in the budget as Övrigt of the owner.`,
    otherwise: typed =>
      `An earlier amount was typed by hand: ${typed}. The budget says something else, and the budget counts.`,
    drop: 'Remove the earlier amount',
    dropDone: typed => `The earlier amount, ${typed}, is removed.`,
    takeBack: 'Undo',
    takenBack: 'The earlier amount is back.',
  },

  limits: {
    choose: 'Limit parties to their own columns…',
    title: 'Limit parties to their own columns',
    help: 'A limited party fills in only the amounts in its column, and changes no rows. While anybody is limited, only whoever is responsible spreads the costs over the years. Whoever is responsible writes everywhere.',
    all: 'Not limited',
    none: 'No columns of its own',
    gone: 'A column that is not there any more',
    onlyColumn: column => `Only the column ${column}`,
    save: 'Save',
    saving: 'Saving…',
    writesColumn: (party, column) =>
      party === column
        ? `${party} fills in only its own column.`
        : `${party} fills in only the column ${column}.`,
    writesNothing: party => `${party} fills in nothing.`,
    writesGone: party => `${party} fills in nothing: its column is not in the form any more.`,
    youWriteColumn: column => `You fill in only the column ${column}.`,
    youWriteNothing: 'You fill in nothing.',
    youWriteGone: 'You fill in nothing: your column is not in the form any more.',
    decidedBy: (name, party, day) => `Decided by ${name}, ${party}, ${day}.`,
    lift: 'Lift the limits',
    liftIn: heading => `Lift the limits: ${heading}`,
    why: (mine, whom) => `${mine} Ask ${whom} if something else must change.`,
    whyYears: whom =>
      `While a party fills in only its own column, whoever is responsible spreads the costs over the years. Ask ${whom} if something must change.`,
  },

  chart: {
    heading: 'Cost per year',
    caption: 'Cost to requisition per year, by kind',
    empty: 'The costs per year are shown here when the budget has amounts.',
    kinds: { salary: 'Salaries', premises: 'Premises', other: 'Other' },
    barName: year => (year === null ? 'Not spread over the years' : String(year)),
    bar: (name, amount) => `${name}: ${amount}`,
    part: (name, kind, amount) => `${name}, ${kind}: ${amount}`,
    inWords: bars => `Bars. ${bars}.`,
    tooMuch: amount =>
      `The years say ${amount} more than the rows they belong to. The bars show what is written for the years.`,
    asTable: 'Show as a table',
    when: 'Year',
    sum: 'Sum',
  },

  summary: {
    heading: 'Summary of the budget',
    caption: 'Amounts per party, in kronor. Worked out from the budget.',
    party: 'Party',
  },

  years: {
    sheet: 'Spread over the period',
    left: 'Left to spread',
    outside: year => `${year}, outside the period`,
    noPeriod: 'The years are shown when the period has a first and a last day.',
    toPeriod: 'To the period',
    agrees: 'The years agree with what is asked for.',
    tooLittle: amount => `The years are ${amount} less than what is asked for.`,
    tooMuch: amount => `The years are ${amount} more than what is asked for.`,
    notBegun: 'Nothing is spread over the years yet.',
    distribute: 'Spread over the years…',
    takeBack: 'Undo the spreading',
    takenBack: 'The spreading is undone, and what stood there is back.',
  },

  distribute: {
    title: 'Spread over the years',
    cancel: 'Cancel',
    distribute: 'Spread',
    nothing:
      'There is nothing to spread. Fill in amounts in the detailed budget, and the first and last day of the period.',
    which: 'Which rows?',
    all: 'Select all',
    undivided: 'Select those that are not spread',
    state: (amount, state) => `${amount}, ${state}`,
    isDivided: 'spread',
    isNotDivided: 'not spread',
    leftToDivide: amount => `${amount} left to spread`,
    dividedTooMuch: amount => `the years are ${amount} too much`,
    unnamed: (block, number) => `${block}, row ${number}`,
    how: 'How?',
    ways: { months: 'By months', even: 'As much every year', increase: 'With a yearly increase' },
    waysHelp: {
      months: 'A year of six months gets half of a whole year. The period of the row itself is used.',
      even: 'Also when the first or the last year is not whole.',
      increase: 'By months, and each year costs more than the one before.',
    },
    percent: 'Increase per year',
    notAnIncrease: 'Write the increase in per cent, from 0 to 100, such as 3,3.',
    result: 'What it gives',
    chooseRow: 'Choose at least one row.',
    noChange: 'The rows are spread like this already.',
    replacesNothing:
      'The years are empty and are filled in. Amounts are whole thousands; the rest goes to the last year.',
    replaces: rows => `${rows.join(', ')} already have amounts for the years. They are replaced.`,
    row: 'Row',
    sum: 'Sum',
    before: amount => `before ${amount}`,
    done: count =>
      count === 1 ? 'One row is spread over the years.' : `${count} rows are spread over the years.`,
  },
}
