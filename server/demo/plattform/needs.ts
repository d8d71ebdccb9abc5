import type { Block } from '../../../shared/document/blockContent.ts'
import { bullets, footnote, italic, paragraph, subheading } from '../blocks.ts'

/** Why the insats is needed, what for, and for whom. */

export const background: readonly Block[] = [
  paragraph(
    'Heby kommun, Arbetsförmedlingen, Försäkringskassan och Region Uppsala vill tillsammans ta vara på och bygga vidare på det arbete som redan är i gång. Mycket i insatsen har fungerat väl, och därför söker vi en förlängning där några delar är nya.',
  ),
  paragraph(
    'I dag arbetar insatsen på två plan samtidigt: med ',
    italic('strukturer'),
    ' och ',
    italic('nära individen'),
    '. Den består av tre delar – en processledare, ett samverkansteam och två rehabcoacher – som gemensamt ger stöd åt personer som behöver samordnad rehabilitering. Det individnära arbetet görs främst av rehabcoacherna, med samverkansteamet som stöd. Strukturfrågorna drivs av processledaren tillsammans med teamet och den lokala lokusgruppen, och omfattar även andra samverkansprocesser som berör parterna. När de två planen hålls ihop når vi längre, och fler av dem som insatsen är till för får hjälp. Vad som har gjort skillnad beskriver vi närmare i bilagan.',
  ),
  subheading('Målgruppens behov av stöd ur parternas perspektiv'),
  paragraph(
    'Ohälsotalet i Heby hör till de högsta i Uppsala län. Det är en fråga som ingen av oss löser på egen hand, och behovet av att gemensamt främja hälsa finns kvar. Varje part har sina svårigheter och sina behov. Samtidigt stramas ekonomin åt hos alla, och de små resurser som finns måste användas klokare om de som behöver stöd ska få det.',
  ),
  paragraph(
    'Försäkringskassan pekar på att sjukpenningtalet i kommunen är högt. Kvinnor är borta från arbetet på grund av sjukskrivning dubbelt så mycket som män. Den utvecklingen vill myndigheten bryta, och räknar då de lokala företagen som en viktig samarbetspartner.',
  ),
  paragraph(
    'Arbetsförmedlingen ser att en del personer inte kan använda de upphandlade tjänster som normalt erbjuds, och att de behöver ett annat slags stöd. Behovet av samordning är inte knutet till en enda grupp utan förekommer i flera, med olika förutsättningar.',
  ),
  paragraph(
    'Region Uppsala beskriver en kommun med långa avstånd, få invånare med eftergymnasial utbildning och en ohälsa som är större än i länet i övrigt. Kvinnor i Heby gör 64 procent fler läkarbesök än män, och 88 procent fler övriga vårdbesök.',
    footnote(
      'Kvinnor mellan 20 och 64 år i Heby gör 0,8 fler läkarbesök och 0,7 fler övriga vårdbesök om året än jämnåriga kvinnor i länet.',
    ),
    ' Stödet behöver komma tidigt, utformas efter personen och vid behov samordnas. Den det gäller ska själv vara med och bestämma, så att vägen till arbete eller studier blir möjlig att gå oavsett försörjning, kön och bakgrund. För att rätt insats ska kunna erbjudas krävs en samverkan med tydliga vägar in till varje part.',
  ),
  paragraph(
    'I ',
    italic('Heby kommun'),
    ' är de höga ohälsotalen och utanförskapet i alla åldrar två av de tyngsta frågorna. Oroande många unga lämnar grundskolan utan fullständiga betyg, och andelen invånare som uppbär försörjningsstöd är hög. Bland dem som behöver samordnade insatser är psykisk ohälsa vanlig, och vi ser att samarbetet med Norra länets psykiatri behöver bli tätare än i dag.',
  ),
  paragraph(
    'De lokala arbetsgivarna är en part att räkna med. Tillsammans med dem kan vi bidra både till att människor mår bättre, till att företagen utvecklas och till ett starkare lokalsamhälle.',
  ),
  paragraph(
    'Stöd till samordning är ett gemensamt ansvar och ska inte avgöras av vilken ersättning en person har. Det är också en förutsättning för att stödet ska bli jämställt och jämlikt. Eftersom behovet enligt alla parter finns i vitt skilda grupper är vi överens om att insatsen även framöver ska vara bred och rörlig: öppen för olika åldrar, med få skäl att neka någon plats och med aktiviteter som går att anpassa.',
  ),
]

export const purpose: readonly Block[] = [
  paragraph(
    'Insatsen ska hjälpa målgruppen ett steg närmare arbete eller studier, eller till att kunna använda det stöd som finns i parternas ordinarie verksamhet. Det gör vi genom att',
  ),
  ...bullets(
    'göra det lättare för den enskilda att få rätt försörjning',
    'se till att fler kan tillgodogöra sig rehabilitering och komma vidare i sin process',
    'behålla och utveckla den goda struktur och kultur för samverkan som vi har byggt upp.',
  ),
]

export const targetGroup: readonly Block[] = [
  paragraph(
    'Den individinriktade delen vänder sig till personer mellan 16 och 67 år som bor i Heby kommun och behöver samordnade rehabiliteringsinsatser. De ska kunna komma närmare arbete, studier eller rätt försörjning, eller få nytta av det stöd som redan finns.',
  ),
  paragraph(
    'Vi ställer få krav för att få delta, så att insatsen kan ta emot en bred och stor grupp. Varken kön, funktionsnedsättning eller ålder ska stänga någon ute. Insatsen är byggd för att kunna ändras efter behov, och därför passar den många. Stödet formas efter personen, med hänsyn till just funktionsnedsättning, kön och ålder, så att kvinnor och män har lika goda möjligheter att genomföra sin planering.',
  ),
  paragraph(
    'De flesta deltagare skrivs in och får ett nära individuellt stöd. Men vi tar också emot personer under kortare tid, när någon behöver råd eller hjälp i kontakten med kommunen, Region Uppsala, Försäkringskassan eller Arbetsförmedlingen.',
  ),
  paragraph(
    'Målgruppen bedöms inte fullt ut kunna använda Arbetsförmedlingens ordinarie insatser, varken de egna eller de upphandlade. Insatsen konkurrerar därför inte med dem, även om delar av stödet liknar vartannat. Det som skiljer är att vi kan komma närmare personen, ge mer handfast hjälp och anpassa mer än vad Arbetsförmedlingens tjänster medger. Det individnära stödet kompletterar alltid det som parterna ansvarar för. Under en övergång kan de två pågå sida vid sida, så att ingen tappas bort på vägen.',
  ),
  paragraph(
    'Insatsen har också en andra målgrupp: handläggare och andra yrkespersoner hos de fyra parterna som möter personer med behov av samordning. De kan vända sig till samverkansteamet, be om en rådgivande dialog, komma på nätverksträffar och delta i aktiviteter som höjer kompetensen.',
  ),
  paragraph('Nytt i förlängningen är att även arbetsgivare i kommunen ingår i målgruppen.'),
]
