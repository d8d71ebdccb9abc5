import type { LockedPart } from '../../FormTemplate.ts'

/**
 * *Överenskommelse* as the 2024 form words it: shorter, with two parts that older forms do not have. Errors of the
 * original stand: «Samordningsförbundet rutiner», «Samordningsförbundet arbetsutskott», «signerat» without «ha».
 */
export const agreement2024: readonly LockedPart[] = [
  {
    heading: 'Lagar och förordningar',
    paragraphs: [
      'Insatsägarna är verksamhetsansvariga och har det fulla ansvaret för att gällande lagar, förordningar, föreskrifter och egna styrdokument, vilka på något sätt berör uppdraget enligt ansökan följs. Åtagandet inkluderar att följa tillämpliga och gällande styrdokument inom förbundet.',
    ],
  },
  {
    heading: 'Arbetsgivaransvar',
    paragraphs: [
      'Personal som arbetar i insatsen är fortsatt anställda av berörd medlemsorganisation som också har kvar det fullständiga arbetsgivaransvaret.',
    ],
  },
  {
    heading: 'Information från insatsen',
    paragraphs: [
      'Vid ett beviljande av insatsen ska löpande information uppges om verksamheten enligt Samordningsförbundet rutiner. Det gäller inlämnande av insatsdata samt rapporter enligt gällande rutiner för insatser. Viktiga förändringar i insatsen ska avvikelserapporteras enligt nedan.',
    ],
  },
  {
    heading: 'Kostnader',
    paragraphs: [
      'Beviljade medel utgör ett maxbelopp, och ersätts utifrån faktiska upparbetade kostnader. Styrelsens beslut om finansiering av samverkansinsatser gäller under förutsättning att förbundet beviljas medel från medlemsorganisationerna.',
    ],
  },
  {
    heading: 'Underskrifter',
    paragraphs: [
      'Inför behandling av Samordningsförbundet arbetsutskott/styrelse för beslut skall samtliga parters behöriga beslutsfattare signerat ansökan. Utifrån signering och ett positivt beslut från Samordningsförbundets styrelse åtar sig insatsägarna, både gentemot varandra och mot Samordningsförbundet, att uppfylla denna plan som överenskommit.',
    ],
  },
  {
    heading: 'Kommunikation',
    paragraphs: [
      'Vid spridning av insatsens innehåll och resultat förbinder sig insatsägare och samverkansparter att uppge att insatsen är en samverkansinsats med finansiering av Samordningsförbundet i Uppsala län.',
    ],
  },
  {
    heading: 'Avvikelse från ansökan',
    paragraphs: [
      'Vid avvikelse från i ansökan lämnade uppgifter, ska beslut fattas i styrgrupp för insatsen för eventuella aktuella åtgärder. En avvikelserapport ska ligga till grund för beslut av förbundschef alternativt lyfts för beslut av styrelsen, utifrån avvikelsens karaktär.',
    ],
  },
]
