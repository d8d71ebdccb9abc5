import { expect, it } from 'vitest'
import { inTextOrder } from '../../../../client/consultation/round/textOrder.ts'
import type { FilledForm } from '../../../../shared/document/filledForm.ts'
import { formById } from '../../../../shared/form/forms.ts'
import { thread } from '../../comment/threads.ts'

const form = formById('2024')
if (!form) throw new Error('There is no form 2024.')
const [first, second] = form.sections.filter(({ kind }) => kind === 'rich').map(({ key }) => key)
if (first === undefined || second === undefined) throw new Error('The form has no two sections of text.')

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] }) as const
const filled: FilledForm = {
  formId: '2024',
  sections: {
    [first]: {
      kind: 'rich',
      blocks: [paragraph('Målgruppen är unga vuxna.'), paragraph('Insatsen är lång.')],
    },
    [second]: { kind: 'rich', blocks: [paragraph('Något annat.')] },
  },
}
const about = (id: string, section: string, quote: string) =>
  thread(id, { place: { is: 'text', section, quote, before: '', after: '' }, round: 1 })

it('threads come as they are read: by section, the section itself first, then its words from the top', () => {
  const threads = [
    about('other', second, 'Något annat'),
    about('gone', first, 'Ord som aldrig har stått någonstans i den här texten'),
    about('late', first, 'Insatsen är lång'),
    about('early', first, 'Målgruppen är unga'),
    thread('whole', { place: { is: 'section', section: first }, round: 1 }),
  ]
  const inOrder = inTextOrder(threads, form, filled).map(({ id }) => id.replace(/0+$/, ''))
  expect(inOrder).toEqual(['whole', 'early', 'late', 'gone', 'other'])
})
