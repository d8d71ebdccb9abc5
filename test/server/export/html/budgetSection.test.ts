import { describe, expect, it } from 'vitest'
import { flerpartsmoten } from '../../../../server/demo/flerpartsmoten.ts'
import { individstod } from '../../../../server/demo/individstod/individstod.ts'
import { plattform } from '../../../../server/demo/plattform/plattform.ts'
import { formBody } from '../../../../server/export/html/formBody.ts'
import { type Html, textOf, written } from '../../../../server/export/html/html.ts'
import { unwrittenBudget } from '../../../../shared/budget/seedBudget.ts'
import type { FilledForm, SectionContent } from '../../../../shared/document/filledForm.ts'
import { form2016 } from '../../../../shared/form/forms/2016/form.ts'
import { budget2024 } from '../../../../shared/form/forms/2024/budget.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import { formById } from '../../../../shared/form/forms.ts'

/** What stands in a section of a form, as lines of cells with plain spaces. */
async function lines(form: FilledForm, heading: string): Promise<string[]> {
  const template = formById(form.formId)
  if (!template) throw new Error(`There is no form ${form.formId}.`)
  const all = await whole(formBody(template, form))
  const section = all.slice(all.indexOf(`<h2>${heading}</h2>`)).split('</section>')[0] ?? ''
  return section
    .replaceAll(/<\/(?:th|td)>(?=<)/g, ' | ')
    .replaceAll('<br>', ' – ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map(line => line.replace(/ \| $/, '').trimEnd())
    .filter(line => line.trim() !== '')
}

async function whole(page: Html): Promise<string> {
  let text = ''
  for await (const part of written(page, async picture => picture)) text += part
  return text
}

const with2024 = (sections: Record<string, SectionContent>): FilledForm => ({
  formId: '2024',
  sections: { ...plattform.sections, ...sections },
})

describe('a budget on paper', () => {
  it('has its three sheets, with every sum worked out, and only rows that somebody has written in', async () => {
    expect(await lines(individstod, 'Budget')).toEqual(
      [
        'Budget',
        'Alla belopp är i hela kronor.',
        'Budget - detaljerad Individstöd i samverkan, LOKUS, Heby',
        'Kostnadsslag | tjänst i % | Tidsperiod | Huvudinsatsägare: Heby kommun | Delinsatsägare 1: Arbetsförmedlingen | Delinsatsägare 2: Försäkringskassan | Delinsatsägare 3: Region Uppsala | ATT REKVIRERA - ALLA INSATSÄGARE',
        'Kostnader att rekvirera från Samordningsförbundet',
        'Lönekostnader inkl PO-pålägg',
        'Coach, stödperson och tilläggsresurs | 200 % | 2018-01-01–2018-12-31 | 1 200 000 |  |  |  | 1 200 000',
        'Coach, stödperson och tilläggsresurs | 200 % | 2019-01-01–2019-12-31 | 1 200 000 |  |  |  | 1 200 000',
        'Coach, stödperson och tilläggsresurs | 200 % | 2020-01-01–2020-12-31 | 1 200 000 |  |  |  | 1 200 000',
        'Summa lönekostnader |  |  | 3 600 000 | 0 | 0 | 0 | 3 600 000',
        'Övriga kostnader',
        'Övrigt – Nätverksträffar, kompetenshöjande insatser och utvärdering |  | 2018-01-01–2020-12-31 | 600 000 |  |  |  | 600 000',
        'Summa övriga kostnader |  |  | 600 000 | 0 | 0 | 0 | 600 000',
        'Totalt från Samordningsförbundet |  |  | 4 200 000 | 0 | 0 | 0 | 4 200 000',
        'Egenfinansiering',
        'Summa egenfinansiering |  |  | 0 | 0 | 0 | 0 | 0',
        'Total kostnad för insatsen |  |  | 4 200 000 | 0 | 0 | 0 | 4 200 000',
        'INSATSBUDGET Individstöd i samverkan, LOKUS, Heby FÖRDELAD ÖVER INSATSTID',
        'Kostnadsslag | Totalt för insatsen | År 1 2018 | År 2 2019 | År 3 2020',
        'Coach, stödperson och tilläggsresurs | 1 200 000 | 1 200 000 |  | ',
        'Coach, stödperson och tilläggsresurs | 1 200 000 |  | 1 200 000 | ',
        'Coach, stödperson och tilläggsresurs | 1 200 000 |  |  | 1 200 000',
        'Summa lönekostnader | 3 600 000 | 1 200 000 | 1 200 000 | 1 200 000',
        'Summa lokalkostnader | 0 | 0 | 0 | 0',
        'ÖVRIGA KOSTNADER | 600 000 | 200 000 | 200 000 | 200 000',
        'Totalt från Samordningsförbundet | 4 200 000 | 1 400 000 | 1 400 000 | 1 400 000',
        'S:a per år för avstämning | 4 200 000 |  |  | ',
        'Budgetsammanställning Individstöd i samverkan, LOKUS, Heby',
        'Part | Att rekvirera från Samordningsförbundet | Projektägarnas egenfinansiering | Totalt projektet',
        'Huvudinsatsägare: Heby kommun | 4 200 000 | 0 | 4 200 000',
        'Delinsatsägare 1: Arbetsförmedlingen | 0 | 0 | 0',
        'Delinsatsägare 2: Försäkringskassan | 0 | 0 | 0',
        'Delinsatsägare 3: Region Uppsala | 0 | 0 | 0',
        'Summa | 4 200 000 | 0 | 4 200 000',
      ].map(line => line.trimEnd()),
    )
  })

  it('is a wide page of tables, each with a caption, and heads for its columns and rows', async () => {
    const page = textOf(
      formBody(form2016, {
        ...individstod,
        sections: { budget: individstod.sections.budget as SectionContent },
      }),
    )
    expect(page).toContain('<section class="annex wide">')
    expect(page.match(/<table class="budget">\n<caption>/g)).toHaveLength(3)
    const rows = page.match(/<tr[^>]*>.*<\/tr>/g) ?? []
    expect(rows.filter(row => !/^<tr[^>]*><th scope="(?:col|row|rowgroup)"/.test(row))).toEqual([])
  })

  it('is not filled in while nobody has written in its rows', async () => {
    expect(await lines(with2024({ budget: unwrittenBudget(budget2024) }), 'Budget')).toEqual([
      'Budget',
      'Inte ifyllt.',
    ])
  })
})

describe('the amount on paper', () => {
  const heading = form2024.sections.find(({ kind }) => kind === 'amount')?.heading ?? ''

  it('is that of the budget, though another has been typed', async () => {
    const typed = with2024({ budgetAmount: { kind: 'amount', total: 9_000_000, note: '', perYear: {} } })
    expect(await lines(typed, heading)).toEqual([heading, 'Belopp10 256 000 kr'])
  })

  it('is what was typed while the budget has none, as in a version that was made before there was a budget', async () => {
    const typed = { kind: 'amount', total: 9_000_000, note: 'Se bilaga.', perYear: {} } as const
    const blank = with2024({ budget: unwrittenBudget(budget2024), budgetAmount: typed })
    const { budget: _, ...older } = blank.sections
    for (const sections of [blank.sections, older]) {
      expect(await lines({ formId: '2024', sections }, heading)).toEqual([
        heading,
        'Belopp9 000 000 kr',
        'Se bilaga.',
      ])
    }
  })

  it('is said year by year where the form asks for it', async () => {
    const form = formById('2019')
    const amount = form?.sections.find(({ kind }) => kind === 'amount')?.heading ?? ''
    expect((await lines(flerpartsmoten, amount)).slice(1, 3)).toEqual([
      'Belopp1 050 000 kr',
      'Belopp 20201 050 000 kr',
    ])
  })
})
