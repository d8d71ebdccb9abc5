import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { stances } from '../../../shared/http/replies.ts'
import { headingIn } from '../../form/headingIn.ts'
import type { LeftOver } from '../../sync/rebuild/Lines.ts'
import type { Text } from '../../text/text.ts'

/** What could not be got in of an answer, to be read and copied: text as it is, a value after what it is. */
export function leftReplyWords(text: Text, form: FormTemplate, { lines }: LeftOver): string {
  const { reply, consultation } = text
  return lines
    .map(({ path, value }) => {
      const name = path?.split('/').at(-1)
      if (name === 'stance') {
        const stance = stances.find(known => known === value)
        return `${reply.stance}: ${stance ? consultation.stance[stance] : value}`
      }
      if (name === 'section') return `${reply.section}: ${headingIn(form, String(value)) ?? value}`
      if (name === 'wording') return `${reply.wording}: ${value}`
      return String(value)
    })
    .join('\n')
}
