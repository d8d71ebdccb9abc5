import { formById } from '../../../../shared/form/forms.ts'
import type { Paper, PaperPart } from '../../paper/Paper.ts'
import { formBody } from '../formBody.ts'
import { type Html, html, joined } from '../html.ts'
import { page } from '../page.ts'
import { facts, prose } from '../prose.ts'
import { paperTable } from './paperTable.ts'
import { proseOf } from './proseOf.ts'

type Writers = {
  readonly [Kind in PaperPart['is']]: (part: Extract<PaperPart, { is: Kind }>) => Html
}

/** One writer for each kind; one that is missing does not compile. */
const writers: Writers = {
  heading: ({ level, text }) => heading(level, text),
  prose: part => {
    if (part.look === 'quiet') return html`<div class="note">\n${prose(part.text)}</div>\n`
    return part.look === 'lead' ? html`<p class="lead">${part.text}</p>\n` : proseOf(part)
  },
  facts: ({ facts: said }) => facts(said),
  list: ({ items }) => html`<ul>\n${items.map(item => html`<li>${item}</li>\n`)}</ul>\n`,
  table: paperTable,
  form: ({ form }) => {
    const template = formById(form.formId)
    if (template === null) throw new Error(`There is no form ${form.formId}.`)
    return formBody(template, form)
  },
}

/** A paper as a page to read, to print and to keep. */
export function paperPage({ title, isWide, parts }: Paper): Html {
  const written = parts.map(part => {
    const write = writers[part.is] as (part: PaperPart) => Html
    return write(part)
  })
  return page({ title, body: joined(written), isWide })
}

function heading(level: 1 | 2 | 3 | 4, text: string): Html {
  switch (level) {
    case 1:
      return html`<h1>${text}</h1>\n`
    case 2:
      return html`<h2>${text}</h2>\n`
    case 3:
      return html`<h3>${text}</h3>\n`
    case 4:
      return html`<h4>${text}</h4>\n`
  }
}
