import type { Block } from '../../../shared/document/blockContent.ts'
import { bullets, italic, numbered, paragraph } from '../blocks.ts'

export const background: readonly Block[] = [
  paragraph(
    'Heby kommun har varit med i flera samverkansprojekt. För de personer som deltog blev resultaten goda, men på hur parterna samverkar i stort, och på det ordinarie arbetet, gjorde projekten litet avtryck. När Samordningsförbundet lade om sin inriktning, från projekt till insatser över längre tid, kunde Heby börja bygga upp en lokal samverkan som håller. Tanken har varit att påverka strukturerna för att nå fler i målgruppen.',
  ),
  paragraph(
    'På den plattform som finns nu pågår ett utvecklingsarbete inom kommunen, mellan enheter och funktioner. Det ska klargöra vem som har ansvar för vad kring personer som behöver samordnad rehabilitering mot arbete, och ge enheterna tillfälle att se över hur de arbetar. Nyttan för den enskilda är den viktigaste vinsten. Men det blir också lättare för de andra parterna att samverka med kommunen. Sådana förändringar tar tid, och det är angeläget att arbetet inte avbryts halvvägs.',
  ),
  paragraph(
    'Arbetet började 2015 inom projektet STIG. En samverkanskoordinator anställdes och fick bland annat i uppdrag att göra en nulägesanalys: vilka är målgruppen, och vilka insatser behövs? Med analysen som grund beslutade LOKUS-gruppen att söka medel för det interna utvecklingsarbete som har bedrivits under 2017. På uppdrag av strategiska utvecklingsgruppen har koordinatorn dessutom inventerat vilka insatser som finns lokalt och gått igenom tidigare lotsärenden. I år har en ny kartläggning gjorts, av vad både individer och handläggare behöver. Den bekräftar den första analysen och visar bland annat',
  ),
  ...bullets(
    'att det inte finns några rutiner för samverkan mellan parterna som är beslutade på ledningsnivå',
    'att parterna behöver förstå varandras uppdrag bättre och lära sig mer om att samverka; bristerna märks både i arbetsbördan och i resultaten för målgruppen',
    'att förebyggande och förberedande insatser för individen saknas, och att stödpersoner är ett komplement som inte går att vara utan så som verksamheterna ser ut i dag',
    'att arbetet kring målgruppen behöver stöd på strategisk och operativ nivå, så att insatser, planer och överenskommelser inte pågår var för sig, med dubbelarbete och förvirring som följd.',
  ),
  paragraph(
    'Under det senaste året har förutsättningarna ändrats på flera sätt. Sedan ungefär ett år har Arbetsförmedlingen inget kontor i kommunen. Vårdcentralerna har fått nya chefer, och Region Uppsala har tecknat avtal med en ny vårdgivare inom specialistpsykiatrin, som just har börjat sin verksamhet här. Samtidigt gör kommunens enhet för arbetsmarknad och integration om sitt arbete i grunden, och vård- och omsorgsförvaltningen utvecklar sin samverkan för att bättre ta vara på de resurser som finns. Statistiken visar år efter år höga sjuktal och att många under lång tid är beroende av offentlig försörjning.',
  ),
  paragraph(
    'Flera av parterna finns alltså inte på orten, och det gör det svårare att samverka. Då är det än viktigare att arbetet hålls ihop, är tydligt beskrivet och gäller lika för alla. Socialtjänsten och arbetsmarknadsenheten har kontakt med upp till fyra av Arbetsförmedlingens kontor, bland annat i Sala/Heby, Uppsala, Tierp och Enköping, och vart och ett har sina rutiner. Kommunen är vidsträckt, bussarna går glest och den enskilda får själv välja kontor, så någon ändring är inte att vänta.',
  ),
  paragraph(
    'Det som behövs är en överenskommelse om hur parterna samverkar. Den ska utgå från de styrdokument som redan finns och komplettera dem där behovet är störst, inte tävla med lösningar som fungerar. Att lokala mötesplatser är viktiga framhålls både i Socialstyrelsens ',
    italic('Samordna den arbetsinriktade rehabiliteringen'),
    ' (2011) och i den överenskommelse som SKL och Arbetsförmedlingen slöt för hela landet 2017. Kommunen och Arbetsförmedlingen Sala/Heby har dessutom en skriftlig överenskommelse, där personer som har särskilt svårt att komma i arbete är ett prioriterat område.',
  ),
  paragraph(
    'Vi söker medel för att kunna hålla fast vid det långsiktiga, som vi ser som en framgångsfaktor just här. Utan en fortsättning är risken att vi hamnar där vi började, med korta insatser för enskilda och utan påverkan på systemet. Behovet av stöd är större än vad denna ansökan omfattar, och styrgruppen räknar med att söka mer om det består.',
  ),
]

export const targetGroup: readonly Block[] = [
  paragraph(
    'Insatsen är till för personer som tydligt behöver hjälp med samordning före eller under sin rehabilitering mot arbete. Kraven för att få delta är få. Om fler söker sig hit än vi kan ta emot går två grupper före:',
  ),
  ...numbered(
    'unga mellan 16 och 29 år med funktionsnedsättning eller aktivitetsersättning',
    'personer mellan 18 och 64 år som länge har levt på bidrag eller ersättning, eller som riskerar att göra det.',
  ),
  paragraph(
    'Vi räknar med 40 deltagare om året, 20 för varje coach/stödperson, och med sammanlagt 100 deltagare under de tre åren.',
  ),
  paragraph(
    'I målgruppen ingår också de ',
    italic('handläggare och andra funktioner'),
    ' hos de fyra parterna som möter deltagarna och som bjuds in till nätverksträffar och kompetenshöjande insatser. De beräknas bli 30 om året.',
  ),
]
