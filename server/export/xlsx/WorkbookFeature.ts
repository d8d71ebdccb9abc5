import type writeExcelFile from 'write-excel-file/node'

type Options = NonNullable<Parameters<typeof writeExcelFile>[1]>

/** Something that changes the files of a workbook before they are packed. */
export type WorkbookFeature = NonNullable<Options['features']>[number]

/** A sheet as the library takes it. */
export type WorkbookSheet = Parameters<typeof writeExcelFile>[0][number]
