import type { Text } from '../text.ts'

export const round: Text['round'] = {
  loading: 'Fetching the round …',
  back: 'To the application',
  pageTitle: (round, name) => `${round}: ${name}`,
  unknownTitle: 'There is no such review',
  unknownHelp: 'Check the address, or open the application and see which reviews there are.',
  refusedTitle: 'The review is not shown to you',
  refusedHelp:
    'Reviews are shown to those who work on the application. Ask whoever is responsible if you need to see it.',

  about: 'About the review',
  until: on => `answer by ${on}`,
  wasUntil: on => `last day ${on}`,
  noDay: 'no closing day',
  dayPassed: 'the last day has passed',
  state: {
    sent: 'no answer yet',
    opened: 'no answer yet',
    drafting: 'a draft has been begun',
    answered: 'the answer is sent',
    late: 'the answer is late',
  },
  draftBy: name => `draft by ${name}`,
  partyState: (party, state) => `${party}: ${state}`,
  answeredAt: at => `answered ${at}`,
  calledOffHelp: 'You need not answer. Answers that have come stay.',

  asks: {
    remarks: 'Read what was sent, comment on what you would change, and answer for your party.',
    proof: 'Read the proof of what was sent, and answer that you have, or what must be put right.',
    information: 'Sent for information. No answer is asked for.',
  },
  aboutAll: 'The review is about the whole application.',
  aboutSections: 'The review is about',
  alsoTheRest: 'The rest of the application is here too, so that you see it in its place.',
  asked: 'The review is about this section',
  messageOf: who => `Message from ${who}`,
  sentBy: (who, at, label) => `Sent by ${who}, ${at}. It is version ${label}.`,
  repliesSeen: {
    whenSent: 'The other parties see your answer when it is sent.',
    whenOver: 'The other parties see your answer when the review is over.',
  },
  proofText: 'During proof-reading only those responsible correct the text.',
  follow: 'Where the parties are',
  compilationOf: round => `To the compilation of ${round}`,

  reply: 'Answer',
  showReply: 'Show the answer',
  showDraft: 'Show the draft',
  replyPanel: 'Answer',
  replyPanelButton: 'Your answer',
  noReply: {
    guest: party =>
      `You read as a guest. The answer is written by those with an account for ${party}; tell them what you think.`,
    notAsked: () => 'Your organisation has not been asked to answer. You can read it.',
    over: () => 'The review is over. No more answers are taken.',
    calledOff: () => 'The review has been called off. No answers are taken.',
    role: party =>
      `You can read the review, but your role in the application does not let you write on the answer of ${party}.`,
    answered: party =>
      `${party} has answered. Whoever leads for the party can replace the answer until the last day has passed.`,
  },

  views: 'Show',
  view: {
    sent: 'What was sent',
    today: 'Changed since',
    before: 'Changed since the last round',
  },
  readsSent: (label, at) => `Version ${label}, as it was sent ${at}.`,
  readsToday: label => `What has changed in the application since version ${label} was sent.`,
  readsBefore: (before, label) =>
    `What had changed when version ${label} was sent, compared with version ${before} of the round before.`,
  sameAsSent: 'Nothing has changed since it was sent.',
  sameAsBefore: 'Nothing had changed since the round before.',
  commentSent: 'Comments are written on what was sent.',
  wordKeys: 'Arrow right and left select words, with Shift several in a row. Ctrl+Alt+M comments on them.',
  tools: 'Tools for the review',
}
