import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { paragraph } from '../blocks.ts'
import { budgetOfPlattform } from '../demoBudgets.ts'
import { appendix } from './appendix.ts'
import { collaborationMethods } from './collaborationMethods.ts'
import { individualMethods } from './individualMethods.ts'
import { background, purpose, targetGroup } from './needs.ts'

/**
 * An ansökan on the 2024 form, every field filled: a running insats that asks for four more years. Structure,
 * goals, figures and dates are those of a real one; the words, persons and addresses are invented.
 */
export const plattform: FilledForm = {
  formId: '2024',
  sections: {
    name: { kind: 'text', value: 'Plattform för individstöd i samverkan' },
    owner: {
      kind: 'parties',
      role: 'owner',
      organisation: 'Heby kommun',
      contacts: null,
      email: null,
      resourcesSought:
        'Processledare, tillika insatsansvarig\nTvå rehabcoacher för det individinriktade arbetet',
      resourcesContributed:
        'En representant för arbetsmarknadsenheten i samverkansteamet\nEn representant för socialtjänsten i samverkansteamet',
    },
    partners: {
      kind: 'parties',
      role: 'partner',
      items: [
        {
          organisation: 'Region Uppsala',
          contacts: null,
          email: null,
          resourcesSought: '',
          resourcesContributed:
            'Rehabkoordinatorer (REKO) vid vårdcentralerna i Heby och Östervåla, som sitter i samverkansteamet\nEn representant för Norra länets psykiatri, som är med i teamet en gång i månaden',
        },
        {
          organisation: 'Försäkringskassan',
          contacts: null,
          email: null,
          resourcesSought: '',
          resourcesContributed: 'En representant i samverkansteamet',
        },
        {
          organisation: 'Arbetsförmedlingen',
          contacts: null,
          email: null,
          resourcesSought: '',
          resourcesContributed: 'En representant i samverkansteamet',
        },
      ],
    },
    background: { kind: 'rich', blocks: background },
    purpose: { kind: 'rich', blocks: purpose },
    goals: {
      kind: 'goals',
      items: [
        {
          level: 'effect',
          text: 'Personer som behöver samordnad rehabilitering har med parternas stöd kommit närmare arbete, studier eller rätt försörjning, eller har nytta av ordinarie insatser.',
        },
        {
          level: 'effect',
          text: 'Parterna vet mer om samordnad rehabilitering än när insatsen började.',
        },
        {
          level: 'effect',
          text: 'Kvinnor och män fullföljer sin planering i samma utsträckning, eftersom insatsen har anpassats till båda.',
        },
        {
          level: 'result',
          text: '30 personer per år har fått en kortare insats: stöd av samverkansteamet, en rådgivande dialog eller ett kort stöd av rehabcoach.',
        },
        {
          level: 'result',
          text: '90\u00a0% av deltagarna har vid avslut en plan som visar nästa steg i processen och i rehabiliteringen.',
        },
        {
          level: 'result',
          text: '65\u00a0% av deltagarna har vid avslut gått vidare till arbete, studier eller rätt försörjning, eller har nytta av ordinarie insatser.',
        },
      ],
    },
    period: { kind: 'period', start: '2025-01-01', end: '2028-12-31', intakeEnd: '2028-autumn' },
    targetGroup: { kind: 'rich', blocks: targetGroup },
    expectedParticipants: {
      kind: 'participants',
      text: '50–70 personer skrivs in och får stöd av rehabcoach. Därutöver når vi 100 personer genom kortare insatser, rådgivande dialoger och samverkansteamet.',
      atATime: 24,
      differentPersons: 160,
      perYear: 40,
    },
    collaborationMethods: { kind: 'rich', blocks: collaborationMethods },
    individualMethods: { kind: 'rich', blocks: individualMethods },
    followUp: {
      kind: 'rich',
      blocks: [
        paragraph(
          'Målen följs upp på varje möte med styrgruppen. Samordningsförbundet får rapporter enligt de riktlinjer som har antagits.',
        ),
      ],
    },
    legacy: {
      kind: 'rich',
      blocks: [
        paragraph(
          'Lokusgruppen följer insatsens resultat fortlöpande. De är utgångspunkten för samtalen mellan aktörerna inom arbetslivsinriktad rehabilitering och för hur samverkan utvecklas vidare.',
        ),
        paragraph(
          'Vårt arbete är långsiktigt. Det som visar sig ge framgång ska kunna bli en del av myndigheternas ordinarie sätt att arbeta, och därför drivs strukturfrågorna jämsides med det individnära stödet. Genom samordning och processtöd förs kunskap över medan insatsen pågår, så att alla lär av den. Coachernas roll är viktig här: deras stöd går bredvid handläggarens och fyller ut det. Under åren kommer de i kontakt med många handläggare och andra yrkesgrupper, och kan då visa vad som får samverkan att fungera. Så får även personer som aldrig skrivs in bättre samordning och ett stöd som passar dem.',
        ),
        paragraph(
          'Lokusgruppen, som är styrgrupp, lyfter arbetssätt som har gett resultat i de forum där de gör nytta. Implementering blir en fast punkt på styrgruppens dagordning. När vi berättar om insatsen framgår det att Samordningsförbundet finansierar den.',
        ),
      ],
    },
    budgetAmount: {
      kind: 'amount',
      total: null,
      note: 'Budgeten bifogas enligt förbundets mall. Parterna bidrar dessutom med egna medarbetare, vars tid inte värderas.',
      perYear: {},
    },
    discussed: { kind: 'yesNo', answer: 'yes', comment: '' },
    discussions: {
      kind: 'log',
      items: [
        {
          on: '2023-12-07',
          text: 'Lokus och dess styrgrupp träffades en hel dag i Heby och gick igenom behoven (behovsanalys).',
        },
        {
          on: '2024-02-19',
          text: 'Lokus styrgrupp diskuterade resurser, ansökan och hur alla parter blir delaktiga.',
        },
        {
          on: '2024-02-23',
          text: 'Frågor till samtliga parter, för att analysen av behovet ska bygga på en gemensam bild.',
        },
        {
          on: '2024-03-15',
          text: 'Dialog med regionen per e-post och med Arbetsförmedlingen i digitala möten.',
        },
        { on: '2024-04-05', text: 'Ansökan på remiss till parterna, första gången.' },
        { on: '2024-W19/W20', text: 'Samtal och möten med parterna om de svar som kom in på remissen.' },
        {
          on: '2024-04-29',
          text: 'Arbetsmarknadsrådet informerades om inriktningen. Med var Heby kommun, Företagarna, Arbetsförmedlingen och Försäkringskassan.',
        },
        { on: '2024-05-10', text: 'Heby kommun och Arbetsförmedlingen stämde av målgruppen.' },
        { on: '2024-05-15', text: 'Ansökan på remiss till parterna, andra gången.' },
        {
          on: '2024-05-17',
          text: 'Lokus styrgrupp behandlade ansökan, som därefter gick ut på remiss en tredje gång. Synpunkter önskades senast den 24 maj 2024.',
        },
        { on: '2024-06-10', text: 'Ansökan till parterna för korrekturläsning.' },
      ],
    },
    signatures: {
      kind: 'signatures',
      parties: [
        {
          party: 'owner',
          date: '2024-08-09',
          name: 'Ingrid Hallberg',
          clarification: 'Ingrid Hallberg, förvaltningschef',
          email: 'ingrid.hallberg@heby.example',
        },
        {
          party: 0,
          date: '2024-08-08',
          name: 'Gunilla Brandt',
          clarification: 'Gunilla Brandt, primärvårdschef',
          email: 'gunilla.brandt@region.example',
        },
        {
          party: 1,
          date: '2024-08-09',
          name: 'Mats Ekdahl',
          clarification: 'Mats Ekdahl, enhetschef',
          email: 'mats.ekdahl@fk.example',
        },
        {
          party: 2,
          date: '2024-08-08',
          name: 'Leila Farzan',
          clarification: 'Leila Farzan, sektionschef',
          email: 'leila.farzan@af.example',
        },
      ],
    },
    appendix: { kind: 'rich', blocks: appendix },
    budget: budgetOfPlattform,
  },
}
