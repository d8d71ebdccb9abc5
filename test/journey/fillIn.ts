import type { Locator, Page } from 'playwright-core'
import type { FilledForm, PartyContent, SectionContent } from '../../shared/document/filledForm.ts'
import type { FormTemplate, Section } from '../../shared/form/FormTemplate.ts'
import { formatFuzzyDate } from '../../shared/form/fuzzyDate.ts'
import { fillInBudget } from './fillInBudget.ts'
import { fillInRichText, type Way } from './fillInRichText.ts'
import { typeWords } from './typeWords.ts'

/**
 * Enters a whole filled form through the page, field by field, as a person at a keyboard does: focus, typing,
 * Enter and Tab; running text is typed and pasted in turn, beginning with `first`. `picture` is the file to upload
 * for a figure.
 */
export async function fillIn(
  page: Page,
  form: FormTemplate,
  filled: FilledForm,
  picture: Buffer,
  first: Way,
): Promise<void> {
  let way = first
  for (const section of form.sections) {
    const content = filled.sections[section.key]
    const place = page.locator(`#${section.key}`)
    if (content?.kind === 'rich') {
      await fillInRichText(page, place, content.blocks, picture, way)
      way = way === 'typed' ? 'pasted' : 'typed'
    } else if (content) await fillInFields(place, section, content)
  }
}

async function fillInFields(
  place: Locator,
  section: Section,
  content: Exclude<SectionContent, { kind: 'rich' }>,
): Promise<void> {
  switch (content.kind) {
    case 'text':
      return await type(place.getByRole('textbox').first(), content.value)
    case 'parties':
      if (section.kind !== 'parties') return
      if (content.role === 'owner') return await fillInParty(place, section.fields, content)
      for (const [index, party] of content.items.entries()) {
        await press(place.getByRole('button', { name: 'Lägg till samverkanspart' }))
        await fillInParty(place.locator('[data-item]').nth(index), section.fields, party)
      }
      return
    case 'goals':
      return await fillInGoals(place, section, content)
    case 'period':
      if (section.kind !== 'period') return
      await type(field(place, section.startLabel), content.start)
      await type(field(place, section.endLabel), content.end)
      if (section.intakeEndLabel) await type(field(place, section.intakeEndLabel), inWords(content.intakeEnd))
      return
    case 'participants':
      await type(place.getByRole('textbox').first(), content.text)
      await type(field(place, 'Samtidigt'), content.atATime)
      await type(field(place, 'Olika personer under hela tiden'), content.differentPersons)
      await type(field(place, 'Per kalenderår'), content.perYear)
      return
    case 'yesNo':
      if (content.answer) {
        const choice = place.getByRole('radio', { name: content.answer === 'yes' ? 'Ja' : 'Nej' })
        await choice.focus()
        await choice.press('Space')
      }
      if (section.kind === 'yesNo' && section.commentLabel) {
        await type(field(place, section.commentLabel), content.comment)
      }
      return
    case 'log':
      for (const [index, row] of content.items.entries()) {
        await press(place.getByRole('button', { name: 'Lägg till rad' }))
        await type(field(place, `Rad ${index + 1}, När`), inWords(row.on))
        await type(field(place, `Rad ${index + 1}, Vad`), row.text)
      }
      return
    case 'amount':
      // The amount itself is what the budget adds up to.
      return await type(field(place, 'Kommentar till beloppet'), content.note)
    case 'budget':
      if (section.kind === 'budget') await fillInBudget(place.page(), place, section.budget, content)
      return
    case 'signatures':
      for (const { party, date, name, clarification, email } of content.parties) {
        const group = place
          .getByRole('group', { name: /^Underskrift för/ })
          .nth(party === 'owner' ? 0 : party + 1)
        const boxes = group.getByRole('textbox')
        for (const [index, value] of [date, name, clarification, email].entries()) {
          await type(boxes.nth(index), value)
        }
      }
  }
}

async function fillInParty(
  place: Locator,
  fields: readonly { readonly name: keyof PartyContent; readonly label: string }[],
  party: PartyContent,
): Promise<void> {
  for (const { name, label } of fields) await type(field(place, label), party[name])
}

async function fillInGoals(
  place: Locator,
  section: Section,
  content: Extract<SectionContent, { kind: 'goals' }>,
): Promise<void> {
  if (section.kind !== 'goals') return
  for (const level of section.levels) {
    const word = level.name ?? level.label.replace(/:$/, '')
    const goals = content.items.filter(goal => goal.level === level.level)
    for (const [index, goal] of goals.entries()) {
      await press(place.getByRole('button', { name: `Lägg till ${word.toLowerCase()}`, exact: true }))
      await type(field(place, `${word} ${index + 1}`), goal.text)
    }
  }
}

function field(place: Locator, label: string): Locator {
  return place.getByLabel(label, { exact: true })
}

/** Types a value with the keyboard and leaves the field with Tab; an absent one is left alone. */
async function type(box: Locator, value: string | number | null): Promise<void> {
  if (value === null || value === '') return
  await box.focus()
  await box.press('ControlOrMeta+a')
  for (const [index, line] of String(value).split('\n').entries()) {
    if (index > 0) await box.press('Enter')
    await typeWords(box.page(), line)
  }
  await box.press('Tab')
}

async function press(button: Locator): Promise<void> {
  await button.focus()
  await button.press('Enter')
}

/** A fuzzy date as an official writes it. */
function inWords(date: string | null): string | null {
  return date === null ? null : formatFuzzyDate(date, 'sv')
}
