import { expect, it } from 'vitest'
import { keeping, unansweredIn } from '../../../../client/consultation/compilation/useFiltered.ts'
import { withReply } from '../../../../client/consultation/compilation/useReplies.ts'
import { compilation } from '../../../../shared/consultation/compilation.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import type { Reply } from '../../../../shared/http/replies.ts'
import { recipient } from '../made.ts'
import { answer, reply, said } from './said.ts'

const before = [
  reply('af', { remarks: [said('r1'), said('r2', { section: 'purpose' })], answers: { r1: answer() } }),
  reply('fk', { remarks: [said('r1', { section: 'purpose' })] }),
]

const compiled = (replies: readonly Reply[]) =>
  compilation({ recipients: [recipient({ partyId: 'af' }), recipient({ partyId: 'fk' })] }, replies, form2024)

/** Party and remark, section by section. */
function shown({ rows, parties }: ReturnType<typeof compiled>): string[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap((remarks, place) => remarks.map(({ remark }) => `${parties[place]?.partyId} ${remark.id}`)),
  )
}

it('Only unanswered remarks leaves out what has an answer', () => {
  expect(shown(keeping(compiled(before), unansweredIn(compiled(before))))).toEqual(['af r2', 'fk r1'])
})

it('What is answered while it is filtered stays until it is filtered anew', () => {
  const kept = unansweredIn(compiled(before))
  const [af, fk] = before
  if (!af || !fk) throw new Error('Two have answered.')
  const after = withReply(before, { ...fk, answers: { r1: answer() } })
  expect(shown(keeping(compiled(after), kept))).toEqual(['af r2', 'fk r1'])
  expect(shown(keeping(compiled(after), unansweredIn(compiled(after))))).toEqual(['af r2'])
})

it('What has lost its answer, or come with another reply, is shown too', () => {
  const kept = unansweredIn(compiled(before))
  const [af, fk] = before
  if (!af || !fk) throw new Error('Two have answered.')
  expect(shown(keeping(compiled([{ ...af, answers: {} }, fk]), kept))).toEqual(['af r1', 'af r2', 'fk r1'])
  const again = reply('fk', { number: 2, remarks: [said('r9')] })
  const replaced = withReply([af, { ...fk, replacedAt: '2024-05-23T08:00:00.000Z' }], again)
  expect(shown(keeping(compiled(replaced), kept))).toEqual(['fk r9', 'af r2'])
})
