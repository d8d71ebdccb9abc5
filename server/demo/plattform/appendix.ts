import type { Block } from '../../../shared/document/blockContent.ts'
import { footnote, italic, paragraph, subheading, table } from '../blocks.ts'

/**
 * The annex. It says some things again in the words of the body, as annexes do; footnotes 3 to 5 are here.
 */
export const appendix: readonly Block[] = [
  subheading('Framgångsfaktorer i pågående insats'),
  paragraph(
    'Mycket i den pågående insatsen har gått bra, och parterna är eniga om att arbetet är värt att ta vara på och utveckla. En av de viktigaste orsakerna är att insatsen arbetar på två plan: med strukturer och nära individen. De båda stärker varandra. Att hålla ihop dem kräver någon som har det som uppgift, och processledarens stöd går därför inte att undvara.',
  ),
  paragraph(
    'Processledaren har gjort oss mindre sårbara när medarbetare slutar eller byter uppdrag, både i insatsen och i styrgruppen. Den som är ny i styrgruppen eller i samverkansteamet får en introduktion i hur insatsen arbetar. Framför allt har processledaren knutit ihop det individnära arbetet med strukturfrågorna, och fogat flera skilda samverkansprocesser till en helhet. Inom kommunen har samarbetet blivit starkare mellan vård och omsorg, arbetsmarknad, vuxenutbildning, näringslivsstrateg och företagen på orten. Även kontakterna utåt har blivit enklare. Det gäller bland annat den lokala överenskommelsen mellan kommunen och Arbetsförmedlingen, och de frågor som bereds inför arbetsmarknadsrådet.',
  ),
  paragraph(
    'I det individnära arbetet har samverkansteamet och rehabcoacherna nått långt. Resultaten är goda när det gäller rätt försörjning, och många har gått vidare till arbete eller studier. Rehabcoacherna har kunnat ändra sitt stöd efter personen och det sammanhang hon eller han lever i, och det har passat behoven här. Samverkansteamet tar vid där coachernas uppdrag slutar, så att kedjan runt individen håller. Teamet håller också reda på vilka vägar in som finns hos parterna, till hjälp för den som klarar sig utan fördjupat stöd. Lokusgrupp, processledare, samverkansteam och rehabcoacher utgör i dag en samlad kraft på flera nivåer.',
  ),
  paragraph(
    'Primärvården i kommunen framhåller att ',
    italic('Plattform för individstöd i samverkan/LOKUS'),
    ' har gett en ordning för samverkan som fungerar, med kortare vägar och enklare kontakter mellan aktörerna. De som deltar lär känna varandras uppdrag och förstår dem bättre, och det gör att målgruppen leds rätt. Öppenheten för att mötas och hjälpas åt har ökat. Den struktur och tydlighet som har byggts upp vill primärvården att vi håller fast vid och förädlar.',
  ),
  paragraph(
    'En förklaring till att samverkan har kunnat fördjupas är att insatsen har fått pågå länge. Det märks i vardagen: klimatet är gott och formerna sitter. Vi har dragit nytta av att kommunen är liten och att det är nära till varandra. Samverkansteamet har under processledarens ledning samlat ett kunnande om lokal samordnad rehabilitering som få andra har, och yrkesverksamma vänder sig ofta dit. För samhället finns mycket att vinna på att den kunskapen och de arbetsformerna förvaltas väl. Vi vill gå vidare och nå fler: fler deltagare, fler medarbetare hos parterna och fler andra i kommunen som har nytta av det. På så sätt sprids kompetensen längre än till dem som redan är med.',
  ),
  subheading('Målgruppens behov av stöd ur parternas perspektiv'),
  paragraph(
    'Ohälsotalet i Heby hör till de högsta i Uppsala län. Det är en fråga som ingen av oss löser på egen hand, och behovet av att gemensamt främja hälsa finns kvar. Varje part har sina svårigheter och sina behov. Samtidigt stramas ekonomin åt hos alla, och de små resurser som finns måste användas klokare om de som behöver stöd ska få det.',
  ),
  paragraph(
    'Försäkringskassan pekar på att sjukpenningtalet i kommunen är högt. Kvinnor är borta från arbetet på grund av sjukskrivning dubbelt så mycket som män. Myndigheten vill hitta sätt att motverka utvecklingen och på sikt vända den, gärna ihop med de lokala företagen. Försäkringskassan ser också att unga med aktivitetsersättning behöver uppmärksammas, och tror att ett förhållningssätt enligt case management skulle vara till hjälp för målgruppen.',
  ),
  paragraph(
    'Arbetsförmedlingen ser att en del personer inte kan använda de upphandlade tjänster som normalt erbjuds, och att de behöver ett annat slags stöd. Bland utrikes födda är arbetslösheten högre i Heby än någon annanstans i länet. Ingen kommun i länet har heller en så stor andel inskrivna arbetslösa utan gymnasieutbildning: 42 procent under fjärde kvartalet 2023. I Uppsala län var den relativa arbetslösheten bland personer med högst förgymnasial utbildning 20 procent samma kvartal, lika mycket som i riket. Unga är arbetslösa i högre grad än andra, och Heby har många arbetslösa ungdomar. Samtidigt är behovet av samordning inte knutet till en enda grupp utan förekommer i flera, med olika förutsättningar.',
  ),
  paragraph(
    'Region Uppsala beskriver en kommun med långa avstånd, få invånare med eftergymnasial utbildning och en ohälsa som är större än i länet i övrigt. Heby vårdcentral rekommenderar sjukskrivning något oftare',
    footnote('Räknat per listad patient mellan 16 och 65 år.'),
    ' än andra vårdcentraler i regionen. Invånarna använder också mer vård än genomsnittet i länet, även när hänsyn tas till befolkningens sammansättning. Tydligast är skillnaden bland kvinnor.',
    footnote(
      'Heby sticker ut i länet: kvinnor mellan 20 och 64 år gör 0,8 fler läkarbesök och 0,7 fler övriga besök om året än jämnåriga i länet.',
    ),
    ' Tabellen visar hur vården användes 2022.',
  ),
  table(
    ['Jämförelse', 'Läkarbesök', 'Övriga besök i primärvården'],
    ['Heby jämfört med länet, per person och år', '+0,57', '+0,43'],
    ['Kvinnor jämfört med män i Heby', '+64\u00a0%', '+88\u00a0%'],
    ['Kvinnor 20–64 år, Heby jämfört med länet, per person och år', '+0,8', '+0,7'],
  ),
  paragraph(
    'Hälso- och sjukvården i regionen anser att stödet behöver komma tidigt, utformas efter personen och vid behov samordnas. Den det gäller ska själv vara med och bestämma, så att vägen till arbete eller studier blir möjlig att gå oavsett försörjning, kön och bakgrund. För att rätt insats ska kunna erbjudas krävs en samverkan med tydliga vägar in till varje part.',
  ),
  paragraph(
    'Hälso- och sjukvården vill också att SIP och ',
    italic('rutinen för flerpartsmöten'),
    ' används mer än i dag.',
  ),
  paragraph(
    'I ',
    italic('Heby kommun'),
    ' är de höga ohälsotalen och utanförskapet i alla åldrar två av de tyngsta frågorna. Oroande många unga lämnar grundskolan utan fullständiga betyg, och andelen invånare som uppbär försörjningsstöd är hög. Många av dem är sjukskrivna utan att ha någon sjukpenninggrundande inkomst. Kommunen nämner också andra hälsofrågor, bland annat att många skattar sin hälsa lågt, övervikt och rökning.',
    footnote('Enligt undersökningen ', italic('Liv och hälsa'), ' 2022.'),
  ),
  paragraph(
    'Bland dem som behöver samordnade insatser är psykisk ohälsa vanlig, och vi ser att samarbetet med Norra länets psykiatri behöver bli tätare än i dag. Heby kommun och Region Uppsala samarbetar redan i ett projekt om samsjuklighet. I och med förlängningen vill vi knyta psykiatrin närmare även till Plattform för individstöd i samverkan/LOKUS.',
  ),
  paragraph(
    'Varken Arbetsförmedlingen eller Försäkringskassan har något kontor i kommunen, och Arbetsförmedlingens kompletterande aktörer är få i närområdet.',
  ),
  paragraph(
    'Heby har några stora arbetsgivare men framför allt många småföretag. De lokala arbetsgivarna är en part att räkna med. Tillsammans med dem kan vi bidra både till att människor mår bättre, till att företagen utvecklas och till ett starkare lokalsamhälle.',
  ),
  paragraph(
    'Kommunen har i dag en plattform där kompetensen är samlad och där hela dess verktygslåda är till hands. Flera projekt pågår som kompletterar insatsen: ISA, för unga mellan 16 och 29 år, TIS – Tidiga insatser i samverkan – för tredjelandsmedborgare, och ett projekt med arbetsgivarkoordinator som bekostas med sociala investeringsmedel.',
  ),
  paragraph(
    'Stöd till samordning är ett gemensamt ansvar och ska inte avgöras av vilken ersättning en person har. Det är också en förutsättning för att stödet ska bli jämställt och jämlikt. Eftersom behovet enligt alla parter finns i vitt skilda grupper är vi överens om att insatsen även framöver ska vara bred och rörlig: öppen för olika åldrar, med få skäl att neka någon plats och med aktiviteter som går att anpassa.',
  ),
]
