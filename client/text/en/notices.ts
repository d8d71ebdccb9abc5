import type { notices as swedish } from '../sv/notices.ts'

const before = (day: string) => (day === '' ? '' : `. Answer by ${day}`)

const roundDid: (typeof swedish)['roundDid'] = {
  sent: (title, day) => `sent you ${title}${before(day)}`,
  soon: (title, day) => `reminds you of ${title}${before(day)}`,
  today: (title, day) => `reminds you of ${title}${before(day)}`,
  late: (title, day) => `reminds you of ${title}${before(day)}`,
  reminded: (title, day) => `reminds you of ${title}${before(day)}`,
  extended: (title, day) =>
    day === ''
      ? `took away the last day to answer ${title}`
      : `gave ${title} a new last day to answer: ${day}`,
  calledOff: title => `called off ${title}. It is not to be answered`,
  over: title => `closed ${title}`,
  replied: title => `sent the answer to ${title}`,
  replaced: title => `sent a new answer to ${title}, instead of the one before`,
  published: title => `published the compilation of ${title}`,
}

/** What somebody is told of. */
export const notices: typeof swedish = {
  title: 'Notifications',
  buttonName: unread => (unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`),
  fresh: count => (count === 1 ? '1 new notification' : `${count} new notifications`),
  unread: 'Unread',
  earlier: 'Earlier',
  isUnread: 'Unread:',
  loading: 'Fetching the notifications…',
  noContact: 'The notifications cannot be fetched right now. They come when the contact is back.',
  none: 'You have no notifications.',
  noneHelp:
    'Here you see when an application is sent to you for comments, and when somebody mentions you, answers you or assigns a comment to you.',
  readAll: 'Mark all as read',
  allRead: 'All notifications are read',
  choices: 'Choose what you are told',
  newest: shown => `The latest ${shown} are shown.`,
  by: (name, party) => `${name}, ${party}`,
  did: {
    mentioned: 'mentioned you',
    assigned: 'assigned a comment to you',
    answered: 'answered in a thread that you take part in',
    resolved: 'marked your comment as resolved',
    reopened: 'opened your comment again',
    commented: 'commented',
    restored: 'restored an earlier version',
  },
  roundDid,
  roundItself: {
    ...roundDid,
    soon: (title, day) => `The last day to answer ${title} comes: ${day}`,
    today: (title, day) => `The last day to answer ${title}: ${day}`,
    late: (title, day) => `The last day to answer ${title} has passed: ${day}. An answer is missing`,
    over: title => `${title} closed by itself when the last day to answer had passed`,
  },

  settingsTitle: 'Notifications',
  settingsLead:
    'The notifications are under the bell at the top of the page. Choose here what you want to know, and what is to come by e-mail.',
  settingsLeadGuest:
    'The notifications are under the bell at the top of the page. Choose here what you want to know.',
  tableName: 'What you are told, and how',
  what: 'Event',
  inProgram: 'In Samskriv',
  mail: 'E-mail',
  inProgramFor: what => `${what}: show in Samskriv`,
  mailFor: what => `${what}: e-mail`,
  kinds: {
    roundSent: 'An application is sent to you for comments',
    roundReminder: 'The last day to answer a round comes or has passed',
    roundChanged: 'A round is extended, called off or closed',
    replySent: 'An answer is sent, to you or by your organisation',
    compilationPublished: 'The compilation of the answers is published',
    mentioned: 'Somebody mentions you or your organisation',
    assigned: 'A comment is assigned to you or your organisation',
    answered: 'Somebody answers in a thread that you take part in',
    resolved: 'Your comment is marked as resolved, or opened again',
    commented: 'Somebody comments in an application that you watch',
    restored: 'Somebody restores an earlier version',
  },
  habit: { atOnce: 'At once', digest: 'Gathered', never: 'Never' },
  digestHelp:
    'Gathered means at most one e-mail every quarter of an hour for each application. What you have read in Samskriv is left out. Rounds always come at once, unless you have chosen Never.',
  save: 'Save the choices',
  saved: 'Your choices are saved',
  watchedTitle: 'Applications that you watch',
  watchedHelp:
    'You are told when somebody comments in them. Begin to watch an application with the button Watch, at the top of it.',
  watchedNone: 'You watch no application. Choose Watch at the top of the one that you want to follow.',

  watch: 'Watch',
  watchHelp: 'When you watch, you are told when somebody comments.',
  watching: 'You watch the application. You are told when somebody comments.',
  notWatching: 'You do not watch the application any more.',
}
