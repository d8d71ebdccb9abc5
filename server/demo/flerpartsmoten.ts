import type { FilledForm } from '../../shared/document/filledForm.ts'
import { paragraph, subheading } from './blocks.ts'
import { budgetOfFlerpartsmoten } from './demoBudgets.ts'

/**
 * A draft on the 2019 form: how the goals are followed up is not written yet, one contact person is missing,
 * nobody has signed. Goals, figures and dates are those of a real one; the words, persons and addresses are
 * invented.
 */
export const flerpartsmoten: FilledForm = {
  formId: '2019',
  sections: {
    name: {
      kind: 'text',
      value:
        'Implementering av "rutin för flerpartsmöten mellan Arbetsförmedlingen, Försäkringskassan, Region Uppsala och Uppsala kommun"',
    },
    owner: {
      kind: 'parties',
      role: 'owner',
      organisation: 'Uppsala kommun',
      contacts: 'Katja Rosenlund',
      email: 'katja.rosenlund@uppsala.example',
      resourcesSought: '',
      resourcesContributed: '',
    },
    partners: {
      kind: 'parties',
      role: 'partner',
      items: [
        {
          organisation: 'Försäkringskassan',
          contacts: 'Helena Stenmark',
          email: 'helena.stenmark@fk.example',
          resourcesSought: '',
          resourcesContributed: '',
        },
        {
          organisation: 'Arbetsförmedlingen',
          contacts: 'Jonas Wallin',
          email: 'jonas.wallin@af.example',
          resourcesSought: '',
          resourcesContributed: '',
        },
        {
          organisation: 'Region Uppsala',
          contacts: null,
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
          'De fyra parterna ska börja använda och pröva en gemensam rutin för flerpartsmöten. Med den kan var och en av oss kalla till möte när en person behöver rehabilitering mot arbete som samordnas mellan flera.',
        ),
      ],
    },
    goals: {
      kind: 'goals',
      items: [
        {
          level: 'result',
          text: 'Rutinen för flerpartsmöten, som parterna är överens om, är förankrad hos alla fyra och används.',
        },
        { level: 'insats', text: 'Parterna får ett stöd som håller ihop införandet av rutinen.' },
        { level: 'insats', text: 'Verksamheter som behöver det får egen hjälp att införa rutinen.' },
      ],
    },
    background: {
      kind: 'rich',
      blocks: [
        paragraph(
          'Den 16 maj 2017 lämnade samverkanskoordinatorerna sin analys till Lokus Uppsala. De rekommenderade en lokal överenskommelse för personer som behöver samordnad rehabilitering mot arbete. Myndigheterna hade då pekat på att samverkan brast, och på att allt fler hamnade mellan stolarna.',
        ),
        paragraph(
          'Under 2019 har parterna arbetat fram en rutin för flerpartsmöten, som gäller från den 1 januari 2020. Överenskommelsen och rutinen finns som bilagor.',
        ),
        paragraph(
          'En rutin införs inte av sig själv. Medarbetarna måste känna till den och ha nytta av den, och därför behövs en processledare för alla parter. Region Uppsala behöver dessutom i början en facilitator som arbetar med hur rutinen införs inom den egna organisationen. Arbetsförmedlingen och Uppsala kommun får vid behov hjälp av processledaren, medan Försäkringskassan klarar införandet själv.',
        ),
        paragraph(
          'Året 2019 gick åt till att skriva rutinen. För att den ska bli använd behöver insatsen fortsätta under 2020.',
        ),
      ],
    },
    period: { kind: 'period', start: '2020-01-01', end: '2020-12-31', intakeEnd: null },
    targetGroup: {
      kind: 'rich',
      blocks: [
        paragraph(
          'Införandet vänder sig till chefer och medarbetare hos de fyra parterna som kan behöva kalla till flerpartsmöte om någons rehabilitering mot arbete.',
        ),
        paragraph(
          'Rutinen i sig är till för personer som behöver samordnad rehabilitering för att kunna börja arbeta.',
        ),
      ],
    },
    methods: {
      kind: 'rich',
      blocks: [
        subheading('Inventering och implementeringsplan'),
        paragraph(
          'Varje part tar reda på vad som behövs för att rutinen ska bli känd och tas i bruk hos den, och gör därefter en plan för införandet, eller flera. Hur det går till väljer parten själv, efter vad som passar verksamheten. Processledaren hjälper dem som vill ha hjälp.',
        ),
        subheading('Införande'),
        paragraph('Från den 1 februari 2020 kan alla parter kalla till möte enligt rutinen.'),
        subheading('Tidsplan'),
        paragraph('1–31 januari 2020: Organisationerna förbereder sig och följer sina planer.'),
        paragraph(
          '1 februari–31 december 2020: Processledaren och en arbetsgrupp, där alla fyra parter är med, följer hur rutinen fungerar, hur avvikelser hanteras och om kontaktvägarna håller. Utvärderingen pågår hela tiden, så att rutinen kan justeras under perioden. Utan sådan uppföljning är risken stor att den faller i glömska. Den part som behöver stöd får det av processledaren.',
        ),
      ],
    },
    followUp: { kind: 'rich', blocks: [paragraph()] },
    legacy: {
      kind: 'rich',
      blocks: [
        paragraph(
          'Arbetet är klart när både chefer och medarbetare känner till överenskommelsen och rutinen, och använder den när den behövs. Under 2020 ses rutinen över fortlöpande och ändras vid behov. Därefter ska den ingå i det vanliga arbetet. Märker en part senare att den behöver göras om, eller att ett nytt tag behövs, tar den parten upp frågan i Lokus Uppsala.',
        ),
      ],
    },
    budgetAmount: {
      kind: 'amount',
      total: null,
      note: 'Beloppet är specificerat i den budget som bifogas.',
      perYear: {},
    },
    anchoring: {
      kind: 'rich',
      blocks: [
        paragraph(
          'Detta är en tilläggsansökan till det pågående projektet om strategiskt utvecklingsarbete för flerpartssamverkan.',
        ),
        paragraph('Lokus Uppsala och projektets styrgrupp ställer sig bakom att projektet förlängs.'),
      ],
    },
    discussed: {
      kind: 'yesNo',
      answer: 'yes',
      comment: 'Lokusgruppen har diskuterat ansökan 2019-04-10, 2019-06-12, 2019-08-28 och 2019-10-17.',
    },
    signatures: { kind: 'signatures', parties: [] },
    budget: budgetOfFlerpartsmoten,
  },
}
