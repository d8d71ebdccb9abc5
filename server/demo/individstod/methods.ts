import type { Block } from '../../../shared/document/blockContent.ts'
import { bullets, italic, paragraph, subheading } from '../blocks.ts'

export const methods: readonly Block[] = [
  paragraph(
    'Arbetet bedrivs på två nivåer, för ',
    italic('individen'),
    ' och i ',
    italic('strukturerna'),
    '. Tyngdpunkten ligger på det individinriktade, som två coacher/stödpersoner svarar för. Strukturfrågorna är i första hand styrgruppens, men den kan lämna vissa uppdrag till coacherna när det finns lokala skäl. Styrgrupp är den lokala lokusgruppen, där Arbetsförmedlingen, Försäkringskassan, Region Uppsala och flera av kommunens enheter är företrädda på ledningsnivå. Den ska omsätta de överenskommelser som gäller och ta fram en gemensam överenskommelse mellan alla fyra parter, med långsiktig samverkan som mål.',
  ),
  paragraph(
    'När strukturen är tydlig blir det lättare att se vad som behövs, och färre skickas runt mellan myndigheter. Det gagnar den enskilda men också oss själva: resurserna räcker längre, kunskap förs vidare och kvaliteten höjs. Att arbeta på båda nivåerna samtidigt gör att fler får sina insatser bättre samordnade.',
  ),
  paragraph(
    'Målet är att det ska vara enkelt att samverka kring personer i Heby som behöver samordning. Både individen och parterna ska veta vart de vänder sig. Alla fyra parter kommer till nätverksträffarna, och kontaktvägarna är kända och fungerar.',
  ),
  subheading('Personalresurser och huvudsakligt uppdrag'),
  ...bullets('Två coacher/stödpersoner (200\u00a0%), som också får en del strukturella uppdrag.'),
  paragraph(
    'Stödpersonerna håller ihop stödet, både för deltagaren och för handläggarna. Vi vill komma in tidigt, innan problemen har vuxit, och arbeta vid sidan av den ordinarie planeringen. Större delen av tiden ägnas åt individen. Förhållningssättet är rehabiliterande och ser till hela livssituationen, den medicinska, sociala och ekonomiska likaväl som arbetet, så att var och en får rätt insats av rätt aktör när den behövs.',
  ),
  paragraph(
    'Samtalen kan vara kartläggande, förberedande, informerande eller motiverande. Stödet ska göra deltagaren mer delaktig i sin egen rehabilitering. Det kan bestå i att förbereda ett möte, gå igenom efteråt vad som sades eller göra sammanhanget begripligt. Ibland räcker ett samtal, ibland behöver stödpersonen följa med och visa var parterna finns. Även träning och friskvård ryms: promenader, gym, kontakt med kommunens föreningssamordnare. Finns det viktiga personer omkring deltagaren kan de mobiliseras som ett stöd på längre sikt.',
  ),
  subheading('Grundtankar i insatsens arbetssätt/metod'),
  ...bullets(
    'Insatsen främjar samverkan kring personer som behöver samordnad rehabilitering.',
    'Var och en ska ha rätt ersättning, i rätt tid och från rätt aktör.',
    'Stödet kompletterar parternas eget och finns inte hos någon av dem i dag.',
    'Det är nära, formas efter individen och siktar mot arbete eller studier.',
    'KASAM: det som händer ska gå att begripa, hantera och finna mening i.',
    'Hälsan främjas genom friskvård, egen träning och en aktiv fritid.',
    'Coacherna talar i vardagen om de mötesformer som finns, till exempel SIP, GK, trepartssamtal och avstämningsmöte, och tar initiativ till dem.',
    'Behov som upptäcks lyfts till lokusgruppen.',
    'Återkommande aktiviteter ger kunskap om samordnad rehabilitering och om de fyra parternas uppdrag.',
  ),
  subheading('Utgångspunkter gällande ingång och tid i insatsen'),
  ...bullets(
    'Kommunen, Försäkringskassan, Arbetsförmedlingen och Region Uppsala remitterar direkt till coacherna. Nya ärenden gås igenom varje vecka.',
    'Den som själv hör av sig kan få en punktinsats och därefter lämnas över mjukt till ordinarie verksamhet.',
    'Behovet avgör hur länge någon deltar. Riktmärket är tre till sex månader, som längst ett år.',
    'Deltagandet följs upp och bedöms efter 3, 6 och 9 månader.',
    'Formen är rörlig: en stödperson kan vara med på ett enstaka möte eller hjälpa till att få i gång samverkan, och en tidigare deltagare kan komma tillbaka.',
  ),
  paragraph(
    'Ingen av parterna har i dag hela ansvaret för det stöd som coacherna ska ge, och insatsen är därför ett gott komplement till det som redan görs. Metoderna bedöms vara könsneutrala. Alla moment bygger på behov som har konstaterats i Heby.',
  ),
]
