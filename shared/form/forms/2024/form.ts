import type { FormTemplate } from '../../FormTemplate.ts'
import { goalHelp, help } from '../../help.ts'
import { agreement2024 } from './agreement.ts'
import { budget2024 } from './budget.ts'

/**
 * The 2024 form. «Insattid» and «Samverkanspart(namn)» without a space are the original's own, and so perhaps is
 * «Effekt mål:», which is kept as the only known copy has it.
 */
export const form2024: FormTemplate = {
  id: '2024',
  name: '2024 års blankett',
  title: 'Samverkansinsatser inom Samordningsförbundet',
  preamble:
    'Se även bilaga "Instruktioner för ansökan samverkansinsatser inom samordningsförbundet". Rubriker med * har förklarande/stödande text i bilagan. Tänk på att skriva konkret och tydligt under varje rubrik. Ansökan ska även skickas in elektroniskt i Word-format.',
  footerTag: null,
  sections: [
    {
      kind: 'text',
      key: 'name',
      heading: 'Insatsens namn:',
      starred: false,
      help: help.name,
      maxLength: 200,
    },
    {
      kind: 'parties',
      key: 'owner',
      heading: 'Insatsägare',
      starred: true,
      help: help.owner,
      role: 'owner',
      numbered: false,
      fields: [
        { name: 'organisation', label: 'Organisation:' },
        { name: 'resourcesSought', label: 'Resurser vi söker medel till:' },
        { name: 'resourcesContributed', label: 'Resurser som vi bidrar med:' },
      ],
    },
    {
      kind: 'parties',
      key: 'partners',
      heading: 'Samverkansparter',
      starred: true,
      help: help.partners,
      role: 'partner',
      numbered: false,
      fields: [
        { name: 'organisation', label: 'Organisation:' },
        { name: 'resourcesContributed', label: 'Resurs/er:' },
      ],
    },
    // The only known copy reads «… (se bilaga för utförligare beskrivning)» in place of the star. That bracket is the
    // applicant's: it points to the applicant's own appendix, and every other version has the star here. Printed on
    // the form it would send all applicants to an appendix that most do not write.
    {
      kind: 'rich',
      key: 'background',
      heading: 'Beskriv bakgrunden till/behovet av insatsen',
      starred: true,
      help: help.background,
      annex: false,
    },
    {
      kind: 'rich',
      key: 'purpose',
      heading: 'Beskriv syftet med insatsen',
      starred: true,
      help: help.purpose,
      annex: false,
    },
    {
      kind: 'goals',
      key: 'goals',
      heading: 'Beskriv målen med insatsen',
      starred: true,
      help: help.goals,
      levels: [
        { level: 'effect', label: 'Effekt mål:', name: 'Effektmål', numbered: true },
        { level: 'result', label: 'Resultatmål:', numbered: true },
      ],
      itemHelp: goalHelp,
    },
    {
      kind: 'period',
      key: 'period',
      heading: 'Planerad Insattid',
      starred: false,
      help: help.period,
      startLabel: 'Planerat startdatum:',
      endLabel: 'Planerat slutdatum:',
      intakeEndLabel: 'Eventuellt slutdatum för intag av personer i insatsen:',
    },
    {
      kind: 'rich',
      key: 'targetGroup',
      heading: 'Beskriv målgrupp för insatsen',
      starred: true,
      help: help.targetGroup,
      annex: false,
    },
    {
      kind: 'participants',
      key: 'expectedParticipants',
      heading: 'Ange förväntat antal deltagare:',
      starred: false,
      help: help.expectedParticipants,
    },
    {
      kind: 'rich',
      key: 'collaborationMethods',
      heading:
        'Beskriv metod/former för samverkan mellan samtliga samverkansparter och hur uppföljning ska ske',
      starred: true,
      help: help.collaborationMethods,
      annex: false,
    },
    {
      kind: 'rich',
      key: 'individualMethods',
      heading:
        'Beskriv metoder/aktiviteter ni kommer använda med syfte att stödja individen mot att närma sig arbete eller studier',
      starred: true,
      help: help.individualMethods,
      annex: false,
    },
    {
      kind: 'rich',
      key: 'followUp',
      heading: 'Beskriv metod för uppföljning och utvärdering av målen',
      starred: true,
      help: help.followUp,
      annex: false,
    },
    {
      kind: 'rich',
      key: 'legacy',
      heading: 'Beskriv hur insatsens framgångsfaktorer kan synliggöras och spridas',
      starred: true,
      help: help.legacySpread,
      annex: false,
    },
    {
      kind: 'amount',
      key: 'budgetAmount',
      heading: 'Ange budget/finansiering (separat budget ska bifogas enligt mall)',
      starred: false,
      help: help.budgetAmount,
      perYear: false,
    },
    {
      kind: 'yesNo',
      key: 'discussed',
      heading: 'Har ansökan diskuterats i lokal utvecklingsgrupp eller i den strategiska utvecklingsgruppen?',
      starred: false,
      help: help.discussed,
      commentLabel: null,
    },
    {
      kind: 'log',
      key: 'discussions',
      heading: 'Hur och när har ansökan diskuterats?',
      starred: false,
      help: help.discussions,
    },
    {
      kind: 'lockedText',
      key: 'agreement',
      heading: 'Överenskommelse',
      starred: false,
      help: help.agreement,
      headingNote: '(Texten under hela detta avsnitt skall stå kvar orörd)',
      parts: agreement2024,
    },
    {
      kind: 'signatures',
      key: 'signatures',
      heading: 'Underskrift',
      starred: true,
      help: help.signatures,
      layout: {
        arrangement: 'pagePerParty',
        repeatsName: 'box',
        organisationAndDate: 'Organisation och datum',
        ownerName: 'Insatsägare (namn)',
        partnerName: 'Samverkanspart(namn)',
        ownerClarification: 'Insatsägare (namnförtydligande)',
        partnerClarification: 'Samverkanspart (namnförtydligande)',
        email: 'E-post:',
        note: null,
      },
    },
    {
      kind: 'rich',
      key: 'appendix',
      heading: 'Bilaga till ansökan',
      starred: false,
      help: help.none,
      annex: true,
    },
    {
      kind: 'budget',
      key: 'budget',
      heading: 'Budget',
      starred: false,
      help: help.budget,
      budget: budget2024,
    },
  ],
}
