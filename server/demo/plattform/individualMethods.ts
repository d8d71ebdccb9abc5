import type { Block } from '../../../shared/document/blockContent.ts'
import { footnote, italic, paragraph, subheading } from '../blocks.ts'

/** What the participants meet. */
export const individualMethods: readonly Block[] = [
  {
    type: 'figure',
    // The name of the file beside `demoApplications.ts`: whoever puts the content into a document stores the
    // picture first and writes its hash here.
    image: 'samverkansteamet.png',
    width: 1400,
    height: 980,
    alt: 'Individen står i mitten, på väg mot arbete, studier eller rätt försörjning. Runt individen, på en ring, finns samverkansteamet, som möts varje vecka: Heby kommun med socialtjänsten och arbetsmarknadsenheten, Arbetsförmedlingen, Försäkringskassan, Region Uppsala med rehabkoordinatorer och varje månad psykiatrin, samt två rehabcoacher som ger individen nära stöd. Processledaren leder teamet och är länken till LOKUS styrgrupp. Utanför ringen finns parternas ordinarie insatser och lokala arbetsgivare, som coacherna har kontakt med.',
    caption: [{ type: 'text', text: 'Figur 1 – Samverkansteamet – Individstöd i samverkan' }],
  },
  subheading('Processledare/insatsansvarig'),
  paragraph(
    'Driver samverkansprocesser och utvecklar samverkan både i ledningsfrågor och i det dagliga arbetet.',
  ),
  subheading('Individstöd – coacher'),
  paragraph(
    'Två coacher, även kallade stödpersoner, sköter det individinriktade arbetet. De hämtar inspiration från case management: den enskilda får hjälp att skaffa sig färdigheter och samla kraft för att klara vardagens svårigheter. Coacherna verkar i mellanrummet mellan organisationerna och ser till hela livssituationen. Medicinsk, social, ekonomisk och arbetslivsinriktad rehabilitering hålls ihop, så att varje person får så goda förutsättningar som möjligt. Stödet är nära och personligt, och det har en riktning: arbete, studier, rätt försörjning eller andra insatser i välfärden.',
  ),
  paragraph(
    'Coacherna samarbetar med parternas verksamheter och ersätter dem inte. Ett sådant stöd finns i dag inte hos någon av oss, och ingen part har ensam ansvaret för det behov som coacherna ska möta. Vi ser därför insatsen som ett gott komplement till det vi redan gör. Coacherna kan också göra kortare insatser, vara med på en handläggares möte och ge råd, oavsett vilken part som frågar. I allt de gör är det hälsofrämjande perspektivet med.',
  ),
  subheading('Samverkansteamet'),
  paragraph('I teamet sitter de fyra parterna. Hur det arbetar beskrivs under föregående rubrik.'),
  subheading('Rådgivande dialoger'),
  paragraph(
    'Den som tillhör målgruppen kan få en rådgivande dialog genom samverkansteamet. Samtalet kan gälla vilka regler som är aktuella eller vart i det ordinarie utbudet man ska vända sig. Varje dialog sprider dessutom kunskap, och vi räknar dem därför till det kompetenshöjande arbetet.',
  ),
  subheading('Företagsdialoger/arbetsgivarstöd'),
  paragraph(
    'Arbetsgivare erbjuds rådgivande dialog, och vi samarbetar med kommunens arbetsgivarkoordinator och näringslivsstrateg.',
  ),
  subheading('Kompetenshöjande aktiviteter'),
  paragraph(
    'Vi ordnar aktiviteter som ökar kunskapen om samordnad rehabilitering, om vilket stöd välfärden ger och om hur man själv kan ta hand om sin hälsa. De kan vända sig till samverkansteamet, parternas medarbetare, deltagare, arbetsgivare eller invånare i kommunen. En av dem är att sprida information om insatsen, om parternas uppdrag och om det stöd de normalt ger; den håller främst ledamöterna i samverkansteamet eller andra som parterna utser. Övriga aktiviteter beslutar styrgruppen om. Dyker det upp ett angeläget ämne under tiden kan vi ordna något gemensamt kring det.',
  ),
  subheading('SIP och flerpartsmöten'),
  paragraph(
    'Vi uppmuntrar parterna att använda samordnad individuell plan (SIP) och länets rutin för flerpartsmöten. Båda håller ihop processen för den som behöver samordning på vägen tillbaka till arbete.',
  ),
  subheading('BIP/SMAIL'),
  paragraph(
    'BIP och SMAIL används som förhållningssätt. Det betyder att samtalen hålls kring de områden som har betydelse för att komma närmare arbete och studier.',
  ),
  subheading('Case management'),
  paragraph(
    'Metoden ',
    italic('case management'),
    ' ska prövas vidare. Vi låter oss inspireras, utbildar oss och för in de delar som passar.',
  ),
  subheading('Hälsofrämjande inslag'),
  paragraph(
    'Att främja hälsa är en del av insatsen. Till grund ligger länets riktlinje om levnadsvanor i ',
    italic('Vård i samverkan'),
    ', som gäller tobak, alkohol, matvanor och fysisk aktivitet. Vi har också kontakt med dem som ansvarar för regionens geografiska hälsouppdrag.',
    footnote('Kontakten är tagen genom en tjänsteperson med geografiskt hälsouppdrag i regionen.'),
    ' Rörelse är viktigt: coacherna föreslår gärna ett möte på promenad, uppmuntrar till egen träning och ordnar tillfällen att träna i grupp på gym i kommunen. Den som behöver kan genom insatsen få träffa en dietist på vårdcentralen.',
  ),
]
