import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { italic, paragraph } from '../blocks.ts'
import { budgetOfIndividstod } from '../demoBudgets.ts'
import { methods } from './methods.ts'
import { background, targetGroup } from './needs.ts'

/**
 * A draft on the 2016 form: how the insats shall be built into ordinary work is not written yet, one address
 * is missing, nobody has signed. Goals, figures and dates are those of a real one; the words, persons and
 * addresses are invented.
 */
export const individstod: FilledForm = {
  formId: '2016',
  sections: {
    name: { kind: 'text', value: 'Individstöd i samverkan, LOKUS, Heby' },
    owner: {
      kind: 'parties',
      role: 'owner',
      organisation: 'Heby kommun',
      contacts: 'Ingrid Hallberg och Tomas Frisk',
      email: 'ingrid.hallberg@heby.example, tomas.frisk@heby.example',
      resourcesSought: '',
      resourcesContributed: '',
    },
    partners: {
      kind: 'parties',
      role: 'partner',
      items: [
        {
          organisation: 'Arbetsförmedlingen',
          contacts: 'Jonas Wallin',
          email: 'jonas.wallin@af.example',
          resourcesSought: '',
          resourcesContributed: '',
        },
        {
          organisation: 'Försäkringskassan',
          contacts: 'Helena Stenmark',
          email: 'helena.stenmark@fk.example',
          resourcesSought: '',
          resourcesContributed: '',
        },
        {
          organisation: 'Region Uppsala',
          contacts: 'Ove Lundell',
          email: null,
          resourcesSought: '',
          resourcesContributed: '',
        },
      ],
    },
    purpose: {
      kind: 'rich',
      blocks: [
        paragraph(
          'Personer som behöver samordnad rehabilitering ska få lättare att nå rätt försörjning. Fler ska kunna tillgodogöra sig rehabilitering mot arbete och komma vidare. Samtidigt vill vi att parternas gemensamma resurser används väl. Insatsen ska finna former för samverkan som håller över tid, där vi lär av arbetet och förbättrar det efter hand. Det individnära stödet och arbetet med en god samverkansstruktur ska gå hand i hand.',
        ),
      ],
    },
    goals: {
      kind: 'goals',
      items: [
        {
          level: 'effect',
          text: 'Parterna har antagit en gemensam överenskommelse som tydligt beskriver hur de samverkar kring den som behöver samordnad rehabilitering.',
        },
        {
          level: 'effect',
          text: '80\u00a0% av deltagarna har vid avslut en plan mot arbete eller studier där nästa steg är klart.',
        },
        {
          level: 'result',
          text: 'Varje år tas en aktivitetsplan fram, med bland annat nätverksträffar och kompetenshöjande insatser.',
        },
        { level: 'result', text: '40 personer per år har fått stöd av en coach/stödperson.' },
        {
          level: 'result',
          text: 'Deltagarnas insatser mot arbete eller studier har bedömts efter 3, 6 och 9 månader.',
        },
      ],
    },
    background: { kind: 'rich', blocks: background },
    period: { kind: 'period', start: '2018-01-01', end: '2020-12-31', intakeEnd: '2020-10' },
    targetGroup: { kind: 'rich', blocks: targetGroup },
    methods: { kind: 'rich', blocks: methods },
    followUp: {
      kind: 'rich',
      blocks: [
        paragraph(
          'Arbetssätt och metoder följs upp hela tiden: på arbetsgruppens veckomöten och som en stående punkt hos styrgruppen. Det som kommer fram diskuteras och värderas där, så att behov och framgångsfaktorer fångas upp och modellen för samverkan kan utvecklas. Arbetet dokumenteras löpande och sammanställs i kvartalsrapporterna till Samordningsförbundet.',
        ),
        paragraph(
          'Alla individinsatser registreras i SUS; en av stödpersonerna ansvarar för det. Från och med det andra veckomötet samlas uppgifter in om bland annat hur många ärenden som är aktuella och vad uppdragen gäller. Insatsägaren redovisar dem vid varje styrgruppsmöte. Särskild vikt läggs vid läget efter 3, 6 och 9 månader i ',
          italic('pågående insats'),
          '.',
        ),
        paragraph(
          'Hur det går för dem som har ',
          italic('avslutat sin insats'),
          ' följs upp efter 6 och efter 12 månader, under de två första åren. Om det finns möjlighet söker Heby kommun senare medel för ett fjärde år, för att följa upp de återstående deltagarna.',
        ),
      ],
    },
    legacy: { kind: 'rich', blocks: [paragraph()] },
    budgetAmount: { kind: 'amount', total: null, note: 'Se bilaga 1.', perYear: {} },
    anchoring: {
      kind: 'rich',
      blocks: [
        paragraph(
          'LOKUS styrgrupp har diskuterat ansökan i maj, augusti och oktober 2017. I Heby kommun är den förankrad i vård- och omsorgsförvaltningen och i barn- och utbildningsförvaltningen, som båda är med i lokusgruppen och i styrgruppen för det interna utvecklingsarbetet.',
        ),
      ],
    },
    signatures: { kind: 'signatures', parties: [] },
    budget: budgetOfIndividstod,
  },
}
