/**
 * What stands under the headings (*Så här skriver du*), by section key; a section whose heading asks for another
 * thing in another form version has one entry for each. One string a paragraph, `*x*` is emphasis. The words are
 * our own and not the förbund's annex «Instruktioner för ansökan», so they may be improved without a new form.
 */
export const help = {
  name: [
    'Välj ett kort namn som fungerar i beslut, budget och rapporter. Namnet hämtas automatiskt till budget och underskriftssidor, så skriv det på ett enda sätt. Undvik personnamn och årtal.',
  ],
  owner: [
    'Insatsägaren är den medlem som ansvarar för att insatsen genomförs, följs upp och redovisas, och som i regel rekvirerar pengarna. Ange organisationen. Skriv vilka tjänster eller annat ni söker medel till, och vad ni själva bidrar med utan ersättning. Varje tjänst ni söker medel till ska gå att hitta i budgeten.',
  ],
  partners: [
    'Minst två av förbundets parter ska stå bakom insatsen. Ange varje part och konkret vad den bidrar med: vilken funktion, hur ofta, i vilken del. Ska en part också få del av medlen är den delinsatsägare och ska ha en egen kolumn i budgeten. Om någon av de fyra parterna inte är med, förklara varför i bakgrunden.',
  ],
  background: [
    'Beskriv vilket behov ni har sett och hur ni vet det: kartläggning, statistik med källa och år, erfarenheter. Vilka brister i samverkan ska insatsen avhjälpa, och varför räcker inte ordinarie verksamhet? Redovisa gärna varje parts bild. Dela upp siffror på kvinnor och män när det går. Beskriv grupper, aldrig enskilda personer. Gäller det förlängning eller tillägg: vad har uppnåtts hittills och vad är nytt?',
  ],
  purpose: [
    'Svara på varför insatsen ska finnas och för vem, i två–fyra meningar. Syftet är riktningen, inte en aktivitet. Visa hur insatsen hjälper personer som behöver samordnad rehabilitering att närma sig arbete eller studier, eller hur den gör parternas samverkan effektivare. Första meningen används i underlaget till styrelsen.',
  ],
  goals: [
    'Skilj på två sorters mål. *Effektmål* beskriver den förändring ni vill se för deltagarna eller i samverkan som en följd av insatsen. *Resultatmål (insatsmål)* beskriver vad insatsen själv ska åstadkomma under tiden, till exempel hur många som deltar. Gör varje mål SMART: *specifikt* (vem, vad), *mätbart* (antal, andel eller ja/nej), *accepterat* av alla parter, *realistiskt* med de resurser ni har och *tidsatt*. Skriv ett mål per rad. Fundera på om målet ska nås i lika hög grad av kvinnor och män.',
  ],
  period: [
    'Ange första och sista dag. Sista dag för intag ska ligga så tidigt att de sista deltagarna hinner slutföra. Starten behöver ligga efter styrelsens beslut.',
  ],
  targetGroup: [
    'Beskriv vilka insatsen riktar sig till: livssituation, ålder, behov av stöd från flera parter, eventuella krav för att få delta och vad som går före vid kö. Målgruppen är personer i förvärvsaktiv ålder. Beskriv hur ni ser till att kvinnor och män, och personer med funktionsnedsättning, får samma möjlighet att delta. Riktar sig insatsen också till personal, chefer eller arbetsgivare, skriv det för sig.',
  ],
  expectedParticipants: [
    'Ange hur många *olika* personer som beräknas delta under hela tiden, hur många som deltar samtidigt och per kalenderår. Skilj på inskrivna deltagare och kortare kontakter. Siffrorna ska stämma med målen.',
  ],
  methods: [
    'Beskriv hur arbetet går till från att en person blir aktuell till avslut: vem gör vad, i vilken ordning, hur länge. Ange metodernas namn och varför de passar. Beskriv personalens uppdrag och hur insatsen kompletterar, och inte ersätter, det parterna redan ansvarar för.',
  ],
  collaborationMethods: [
    'Beskriv hur parterna arbetar tillsammans: team, styrgrupp, möten och hur ofta, vem som leder, hur frågor lyfts och beslutas. Beskriv vad varje part gör. Skriv också hur ni följer upp att *samverkan* fungerar, inte bara resultaten för deltagarna.',
  ],
  individualMethods: [
    'Lista aktiviteterna som deltagarna möter och vad varje aktivitet ska leda till. Beskriv individens inflytande över sin egen plan, hur ni anpassar stödet och hur övergången till arbete, studier eller ordinarie insatser går till. Figurer behöver en textbeskrivning.',
  ],
  followUp: [
    'Gå mål för mål: vilken uppgift mäts, hur, av vem och när? Uppföljning är den löpande bilden, utvärdering är värderingen av om insatsen gav avsedd effekt. Skriv hur ni redovisar till styrgrupp och samordningsförbund (kvartalsrapport, insatsdata) och om ni följer deltagare efter avslut. Redovisa på kvinnor och män. "Enligt rutin" räcker inte.',
  ],
  /** `legacy` where the form asks how the insats is to be implemented (2016, 2019). */
  legacyImplemented: [
    'Beskriv hur arbetssättet ska leva kvar när medlen tar slut: vad tas över av vem, vem beslutar, när börjar ni? Implementering planeras från start och följs i styrgruppen.',
  ],
  /** `legacy` where the form asks what is made of the results (2022). */
  legacyUsed: ['Beskriv vad varje part tänker göra med det ni lär er, i sin egen verksamhet.'],
  /** `legacy` where the form asks how factors of success are spread (2024). */
  legacySpread: [
    'Beskriv vad ni tror gör skillnad, hur ni dokumenterar det och hur det sprids till parterna, övriga länet och andra. Vid spridning ska det framgå att Samordningsförbundet finansierar.',
  ],
  budget: [
    'Budgeten är bilagan till ansökan. Skriv hela kronor, en rad för varje tjänst och varje slag av kostnad, i kolumnen för den part som ska rekvirera pengarna. Summorna räknas ut, och summan från Samordningsförbundet blir beloppet i ansökan. Skriv vad *Övrigt* avser. Det som parterna själva betalar står under egenfinansiering.',
  ],
  budgetAmount: [
    'Beloppet hämtas från budgeten och skrivs i kronor. Räkna med faktiska kostnader för dem som arbetar i insatsen, utan påslag. Fördela på kalenderår. Förklara alla större poster och allt under Övrigt. Ange också egen finansiering, eller skriv att den inte värderas. Beviljade medel är ett tak; ersättning ges för upparbetade kostnader.',
  ],
  /** Running text (2016, 2019): nothing is entered by itself, so the help does not promise it. */
  anchoring: [
    'Lista möten och remisser med datum: LOKUS, styrgrupp, strategiska utvecklingsgruppen, dialoger med enskilda parter. Skriv hur förankringen skett hos varje part, så att chefer med mandat känner till vad de åtar sig.',
  ],
  discussed: [
    'Svara Ja om ansökan behandlats i lokal utvecklingsgrupp eller strategisk utvecklingsgrupp. Svarar ni Nej, förklara varför.',
  ],
  /** The dated log (2022, 2024). */
  discussions: [
    'Lista möten och remisser med datum: LOKUS, styrgrupp, strategiska utvecklingsgruppen, dialoger med enskilda parter. Remissrundor som skickas härifrån läggs in automatiskt. Skriv hur förankringen skett hos varje part, så att chefer med mandat känner till vad de åtar sig.',
  ],
  agreement: [
    'Den här texten är fast och kan inte ändras. Läs den innan ni skriver under: den säger vad ni åtar er.',
  ],
  signatures: [
    'Skriv vem som skriver under för varje part och i vilken befattning. Personen ska ha rätt att fatta beslutet i sin organisation. När dokumentet låsts kan ingen text ändras utan att alla måste skriva under på nytt.',
  ],
  /** Computed lines and the free appendix explain themselves. */
  none: [],
} as const satisfies Record<string, readonly string[]>

/** Short help beneath each goal. */
export const goalHelp = 'Vad ska vara sant, för hur många, till när – och var hämtar ni siffran?'

/** Short line beneath every field of free text. */
export const freeTextHelp = 'Skriv inga uppgifter som kan peka ut en enskild person.'
