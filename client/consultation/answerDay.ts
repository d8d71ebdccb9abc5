import { isWorkingDay, plusWorkingDays, workingDaysLeft } from '../../shared/consultation/workingDays.ts'

/** Working days that a party is given to answer, unless somebody says otherwise (ux.md 8). */
const usualDays = 10
/** Fewer are said to be few. */
const fewDays = 5

/** The day so many working days on. */
export function proposedDay(from: string, workingDays: number = usualDays): string {
  return plusWorkingDays(from, workingDays)
}

/** What there is to say of a day to answer before it is sent: it is told, and hinders nothing. */
export type DayRemark =
  | { readonly is: 'days'; readonly count: number }
  | { readonly is: 'few'; readonly count: number }
  | { readonly is: 'freeDay'; readonly next: string }

/** `day` is after `today`. */
export function dayRemarks(today: string, day: string): readonly DayRemark[] {
  const count = workingDaysLeft(today, day)
  return [
    count < fewDays ? { is: 'few', count } : { is: 'days', count },
    ...(isWorkingDay(day) ? [] : [{ is: 'freeDay', next: plusWorkingDays(day, 1) } as const]),
  ]
}
