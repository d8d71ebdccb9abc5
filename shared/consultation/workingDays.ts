const dayMs = 86_400_000

/**
 * Whether offices are open on a day (`2024-05-17`) in Sweden: not on Saturdays and Sundays, on *helgdagar* (lagen 1989:253
 * om allmänna helgdagar), nor on midsommarafton, julafton and nyårsafton, which are as Sundays by law in other places
 * (semesterlagen 3 a §) and by custom in all offices.
 */
export function isWorkingDay(day: string): boolean {
  return isWeekday(day) && !freeDaysOf(yearOf(day)).includes(day)
}

/** The day that is so many working days after another; before it when `count` is negative, the day itself for 0. */
export function plusWorkingDays(day: string, count: number): string {
  const step = Math.sign(count)
  let found = day
  for (let left = Math.abs(count); left > 0; ) {
    found = plusDays(found, step)
    if (isWorkingDay(found)) left -= 1
  }
  return found
}

/**
 * Working days after `today` through `last`: 0 on the last day itself, and when only free days are left. After it, how
 * many working days it is ago, as a negative number, and -1 at least. What it costs grows with the years between.
 */
export function workingDaysLeft(today: string, last: string): number {
  if (today > last) return Math.min(-1, -workingDaysLeft(last, today))
  let count = weekdaysBetween(today, last)
  for (let year = yearOf(today); year <= yearOf(last); year += 1) {
    count -= freeDaysOf(year).filter(day => day > today && day <= last && isWeekday(day)).length
  }
  return count
}

/** The calendar day that is so many days after another. */
export function plusDays(day: string, count: number): string {
  return dayOf(at(day) + count * dayMs)
}

function at(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 'yyyy-mm-dd'.length)
}

function yearOf(day: string): number {
  return Number(day.slice(0, 'yyyy'.length))
}

/** From Monday to Friday. */
function isWeekday(day: string): boolean {
  const weekday = new Date(at(day)).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** Those after `first` through `last`. */
function weekdaysBetween(first: string, last: string): number {
  const weeks = Math.floor((at(last) - at(first)) / dayMs / 7)
  let count = weeks * 5
  for (let day = plusDays(first, weeks * 7 + 1); day <= last; day = plusDays(day, 1)) {
    if (isWeekday(day)) count += 1
  }
  return count
}

/** The days of a year that are free whatever day of the week they are. Those that are always on one are left out. */
function freeDaysOf(year: number): string[] {
  const easter = dayOf(easterSunday(year))
  return [
    // Nyårsdagen, trettondagen, första maj, nationaldagen (since 2005), jul and nyår with their eves.
    ...['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'].map(
      date => `${year}-${date}`,
    ),
    // Långfredagen, annandag påsk, Kristi himmelsfärdsdag.
    ...[-2, 1, 39].map(days => plusDays(easter, days)),
    midsommarafton(year),
  ]
}

/** The Friday from the 19th to the 25th of June. */
function midsommarafton(year: number): string {
  const weekday = new Date(Date.UTC(year, 5, 19)).getUTCDay()
  return plusDays(`${year}-06-19`, (5 - weekday + 7) % 7)
}

/** Påskdagen of a year of the Gregorian calendar, as midnight in UTC (Meeus/Jones/Butcher). */
function easterSunday(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451)
  const days = moon + weekday - 7 * late + 114
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1)
}
