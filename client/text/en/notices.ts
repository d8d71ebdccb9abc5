import type { notices as swedish } from '../sv/notices.ts'

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
  noneHelp: 'Here you see when somebody mentions you, answers you or assigns a comment to you.',
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
    mentioned: 'Somebody mentions you or your organisation',
    assigned: 'A comment is assigned to you or your organisation',
    answered: 'Somebody answers in a thread that you take part in',
    resolved: 'Your comment is marked as resolved, or opened again',
    commented: 'Somebody comments in an application that you watch',
    restored: 'Somebody restores an earlier version',
  },
  habit: { atOnce: 'At once', digest: 'Gathered', never: 'Never' },
  digestHelp:
    'Gathered means at most one e-mail every quarter of an hour for each application. What you have read in Samskriv is left out.',
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
