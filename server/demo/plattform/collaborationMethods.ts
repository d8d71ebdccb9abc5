import type { Block } from '../../../shared/document/blockContent.ts'
import { bullets, paragraph, subheading } from '../blocks.ts'

/** How the parties work together, and how that is followed up. */
export const collaborationMethods: readonly Block[] = [
  paragraph(
    'Parterna samverkar på flera nivåer. Att arbetet pågår både i ledningen och i vardagen, med skilda syften, är det som gör att målgruppens insatser blir bättre samordnade. Samverkan mellan parterna, till nytta för den enskildas väg mot arbete eller studier, sker i följande former:',
  ),
  ...bullets(
    'Struktur- och processtöd – processledare/insatsansvarig',
    'Individstöd – coacher',
    'Samverkansteam och rådgivande dialoger',
    'Företagsdialoger/arbetsgivarsamverkan',
  ),
  subheading('Struktur- och processtöd – processledare/insatsansvarig'),
  paragraph(
    'Processledaren ansvarar för insatsen och leder utvecklingsarbetet lokalt, både i LOKUS och i samverkansteamet. I uppdraget ingår att',
  ),
  ...bullets(
    'leda samverkansteamets möten och arbete',
    'ge stöd åt samverkansprocesser och utveckla samverkan på strategisk och operativ nivå',
    'hålla ihop arbetet i lokusgruppen, som också är styrgrupp, förbereda beslut, analysera frågor om samverkan och föra in nya behov på dagordningen',
    'planera och genomföra strukturella insatser och en del av de kompetenshöjande aktiviteterna',
    'leda närliggande processer när det gagnar helheten, till exempel den lokala överenskommelsen med Arbetsförmedlingen (LÖK), samarbetet med näringslivet och planerade utvecklingsfrågor tillsammans med regionen.',
  ),
  subheading('Individstöd – coacher'),
  paragraph(
    'Två coacher ger det individnära stödet. De arbetar i utrymmet mellan organisationerna och kompletterar det som varje part gör.',
  ),
  subheading('Samverkansteamet'),
  paragraph(
    'Teamet är insatsens nav. I det ingår företrädare för Arbetsförmedlingen, Försäkringskassan och regionens hälso- och sjukvård, en socialsekreterare och en medarbetare på arbetsmarknadsenheten från Heby kommun samt de båda rehabcoacherna. Processledaren leder arbetet.',
  ),
  paragraph(
    'Tanken är att samla den kunskap som finns lokalt, så att var och en får så bra stöd som möjligt. Alla fyra parter kan remittera till insatsen. Teamet träffas varje vecka och arbetar praktiskt, nära individen; en gång i månaden är även Norra länets psykiatri med. På mötena tas gemensamma ärenden upp, men teamet ger också råd om samordning kring personer som inte är inskrivna. Varje ledamot är dessutom vägen in till sin egen organisation. Jämställdhet och jämlikhet är en stående punkt på dagordningen, för att frågorna ska hållas levande. Vem som får plats avgörs av behovet, inte av kön, funktionsförmåga eller ålder.',
  ),
  paragraph(
    'Handläggare och andra hos de fyra parterna som möter målgruppen är välkomna att rådfråga teamet och att vara med på aktiviteter som höjer kompetensen.',
  ),
  subheading('Företagsdialoger/arbetsgivarstöd'),
  paragraph(
    'Utan företagen på orten är det svårt för deltagarna att komma tillbaka till arbete eller studier, och för företagen är samarbetet ett sätt att klara kompetensförsörjningen. Hur samarbetet ska se ut utvecklar vi ihop med arbetsmarknadsenheten och med kommunens näringslivsstrateg och arbetsgivarkoordinator. Det kan handla om gemensamma företagsbesök, eller om att en arbetsgivare bjuds in till samverkansteamet för att få råd om arbetslivsinriktad rehabilitering och lotsas till rätt kontakt. Styrgruppen i LOKUS får löpande veta hur det går.',
  ),
  paragraph(
    'Insatsen är på olika sätt med i fler sammanhang där parterna möts: LOKUS-gruppen, strategiska utvecklingsgruppen, arbetsmarknadsrådet med kommunen, Arbetsförmedlingen och Försäkringskassan, arbetet med LÖK samt samverkan med näringslivet och med regionen.',
  ),
  paragraph(
    'Hur samverkan fungerar följs upp på varje möte med styrgruppen och i rapporterna till Samordningsförbundet, enligt de riktlinjer som gäller. Frågan tas också upp i samverkansteamet, i samtal med rehabcoacherna under arbetets gång och i länets implementeringsgrupp för flerpartsmöten, där insatsen deltar.',
  ),
]
