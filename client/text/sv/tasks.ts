import { dayFormat } from '../dayFormat.ts'

const { day } = dayFormat('sv-SE', (on, time) => `${on} kl. ${time.replace(':', '.')}`)

/** Swedish words of the room `task`: what waits for me. */
export const tasks = {
  title: 'Att göra',
  linkName: (count: number) =>
    count === 0 ? 'Att göra' : `Att göra, ${count === 1 ? '1 sak väntar' : `${count} saker väntar`}`,
  listName: (count: number) => (count === 1 ? '1 sak väntar på dig' : `${count} saker väntar på dig`),
  loading: 'Hämtar det som väntar på dig …',
  none: 'Inget väntar på dig.',
  noneHelp:
    'Här samlas remisser att svara på, synpunkter att ta hand om, kommentarer som är tilldelade dig och frågor om åtkomst.',

  reply: (title: string) => `Svara på ${title}`,
  until: (on: string, left: string) => `Svar senast ${day(on)}${left === '' ? '' : ` (${left})`}.`,
  noDay: 'Inget svarsdatum.',
  dayPassed: (on: string) => `Svarsdatumet ${day(on)} har passerat.`,
  hasDraft: 'Ett utkast är påbörjat.',
  youSend: 'Du skickar svaret för din organisation.',
  leadSends: 'Den som är partsansvarig hos er skickar svaret.',

  closeRound: (title: string) => `Avsluta eller förläng ${title}`,
  closeRoundWhy: 'Alla har svarat, eller svarsdatumet har passerat.',

  remarks: (title: string) => `Ta hand om svaren på ${title}`,
  unanswered: (count: number) =>
    count === 1 ? '1 synpunkt väntar på ditt svar.' : `${count} synpunkter väntar på ditt svar.`,
  opposing: (count: number) =>
    count === 1
      ? '1 part avstyrker, och det är inte uppklarat.'
      : `${count} parter avstyrker, och det är inte uppklarat.`,

  comments: (count: number) =>
    count === 1 ? '1 kommentar väntar på svar' : `${count} kommentarer väntar på svar`,
  commentsWhy: 'Tilldelad dig eller din organisation. Den äldsta öppnas först.',

  accessRequests: (count: number) =>
    count === 1 ? '1 person ber om åtkomst' : `${count} personer ber om åtkomst`,
  accessRequestsWhy: 'Svara under Dela i ansökan.',
}
