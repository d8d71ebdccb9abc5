import type { LockedPart } from '../../FormTemplate.ts'

/**
 * *Överenskommelse* as the 2022 form words it: it ends with «överenskommits». Errors of the original stand:
 * «Samordningsförbundet arbetsutskott», «faktisk upparbetade».
 */
export const agreement2022: readonly LockedPart[] = [
  {
    heading: 'Lagar och förordningar',
    paragraphs: [
      'Insatsägarna är verksamhetsansvariga och har det fulla ansvaret för att gällande lagar, förordningar, föreskrifter och egna styrdokument, vilka på något sätt berör uppdraget enligt denna ansökan, följs. Åtagandet inkluderar att följa tillämpliga och gällande styrdokument inom förbundet.',
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
      'Vid ett beviljande av insatsen ska insatsen löpande lämna information om sin verksamhet enligt de sätt som Samordningsförbundet meddelar. Främst handlar detta om redovisning i SUS (System för uppföljning av samverkan inom rehabiliteringsområdet) samt om olika rapporter om läget i och utsikterna för insatsen enligt gällande rutiner för insatser. Viktiga förändringar i insatsen ska avvikelserapporteras i särskild ordning.',
    ],
  },
  {
    heading: 'Kostnader',
    paragraphs: [
      'De i beslut beviljade medlen utgör ett maxbelopp, och grund för ersättning är faktisk upparbetade kostnader. Styrelsens beslut om finansiering av samverkansinsatser gäller under förutsättning att förbundet beviljas medel från medlemsorganisationerna framöver.',
    ],
  },
  {
    heading: 'Underskrifter',
    paragraphs: [
      'Inför behandling av Samordningsförbundet arbetsutskott/styrelse för beslut skall samtliga parters behöriga beslutsfattare ha skrivit under och ställt sig bakom ansökan. I och med nedanstående underskrifter och ett därpå följande positivt beslut från Samordningsförbundets styrelse så har ett åtagande från insatsägarna, både gentemot varandra och mot Samordningsförbundet, att uppfylla denna plan inom de beskrivna ramarna överenskommits.',
    ],
  },
]
