/** As `server/export/docx/sections/budgetSection.ts` writes them: a row has its number in both tables. */
export const ourColumns = {
  ...{ number: 1, name: 2, percent: 3, period: 4, firstParty: 5 },
  ...{ yearTotal: 3, firstYear: 4 },
} as const
