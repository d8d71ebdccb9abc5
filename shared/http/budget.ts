import { z } from 'zod'
import { budgetBlocks } from '../budget/BudgetTemplate.ts'

/** Largest workbook that is read. */
export const workbookMaxBytes = 5 * 1024 * 1024

/** Most remarks that are listed; how many more there are is said. */
export const workbookNotesMost = 200

/**
 * What there is to say about a workbook that has been read. `said` is what stands in the cell or row, `figures` are the
 * two numbers of a comparison.
 */
export const workbookNoteKinds = [
  // What was not read.
  'hiddenSheetLeft',
  'otherSheetLeft',
  'sheetOfSameKindLeft',
  'externalLinks',
  'placeholderLeft',
  'textNotTaken',
  'faultNotTaken',
  'formulaNotTaken',
  'outsideColumns',
  'outsideRows',
  'yearRowLeft',
  'dayNotTaken',
  'percentNotTaken',
  'mergedAmount',
  'textCut',
  // What was guessed.
  'tkrMeansKronor',
  'yearsInOtherUnit',
  'noUnit',
  'figuresAsText',
  'percentGuessed',
  'percentRounded',
  'dayGuessed',
  'yearRowGuessed',
  'summaryOnly',
] as const

const cell = z.string().max(12)
const words = z.string().max(500)
const place = z.int().min(0)
const figure = z.strictObject({
  /** As it stands in the file, in the unit of its sheet; may be a fraction or negative. */
  value: z.number(),
  cell,
})

const workbookPartySchema = z.strictObject({
  /** Address of the heading. */
  cell,
  role: z.enum(['owner', 'partner']),
  /** Null where the column has no name, or only a word that holds its place. */
  name: words.nullable(),
  /** Key of the party, in a workbook of ours. */
  key: z.string().max(40).nullable(),
})

const workbookLineSchema = z.strictObject({
  /** Key of the row, in a workbook of ours. */
  key: z.string().max(40).nullable(),
  /** Address of its label. */
  cell,
  block: z.enum(budgetBlocks),
  label: words.nullable(),
  percent: z.int().min(0).max(10_000).nullable(),
  /** Calendar days. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  specification: words.nullable(),
  /** `party` is a place in `parties`. */
  amounts: z.array(figure.extend({ party: place })),
  years: z.array(figure.extend({ year: z.int() })),
})

/** A sum that the file prints, to be compared with what its rows come to. `party` null: of all of them. */
const printedSumSchema = figure.extend({
  sheet: words,
  party: place.nullable(),
  of: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('line'), line: place }),
    z.strictObject({ is: z.literal('block'), block: z.enum(budgetBlocks) }),
    z.strictObject({ is: z.enum(['sought', 'own', 'grand']) }),
    /** A column of the *Budgetsammanställning*. */
    z.strictObject({ is: z.literal('summary'), column: z.enum(['sought', 'own', 'grand']) }),
  ]),
})

const workbookNoteSchema = z.strictObject({
  kind: z.enum(workbookNoteKinds),
  sheet: words.nullable(),
  cell: cell.nullable(),
  said: words.nullable(),
})

/**
 * `POST /api/applications/:id/budget/workbook`, body = the bytes of an .xlsx file: what stands in it, as plain data.
 * Nothing is changed by it. Layouts: one that we have exported, one laid out as the template, or one of which only the
 * *Budgetsammanställning* has amounts.
 */
export const readWorkbookSchema = z.strictObject({
  layout: z.enum(['samskriv', 'template', 'summary']),
  /** Names of the sheets that were read. */
  sheets: z.strictObject({ amounts: words.nullable(), years: words.nullable(), summary: words.nullable() }),
  /** Name of the insats, and its first and last day, as the file says them. */
  name: words.nullable(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  /** What the amounts are in: kronor, thousands of them, or either, which whoever reads must say. */
  unit: z.enum(['kr', 'tkr', 'undecided']),
  /** The same of the amounts per year; `same` when they are in the unit of the others, whichever that is. */
  yearsUnit: z.enum(['kr', 'tkr', 'same']),
  parties: z.array(workbookPartySchema),
  lines: z.array(workbookLineSchema),
  /** All other costs together, per year. */
  otherYears: z.array(figure.extend({ year: z.int() })),
  printed: z.array(printedSumSchema),
  notes: z.array(workbookNoteSchema),
  /** How many more remarks there would be. */
  moreNotes: place,
})

export type ReadWorkbook = z.infer<typeof readWorkbookSchema>
export type WorkbookParty = z.infer<typeof workbookPartySchema>
export type WorkbookLine = z.infer<typeof workbookLineSchema>
export type WorkbookNote = z.infer<typeof workbookNoteSchema>
export type WorkbookNoteKind = (typeof workbookNoteKinds)[number]
export type PrintedSum = z.infer<typeof printedSumSchema>
