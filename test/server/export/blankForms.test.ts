import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forms } from '../../../shared/form/forms.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { readPdf } from '../../harness/readPdf.ts'
import { Docx, styled } from './docx/readDocx.ts'

let server: DemoServer
let anna: Visitor

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
})
afterAll(async () => await server.dispose())

async function fetched(path: string): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const answer = await anna.get(`/api/forms/${path}`)
  expect([path, answer.status]).toEqual([path, 200])
  const name = decodeURIComponent(answer.headers.get('content-disposition') ?? '')
  return { bytes: new Uint8Array(await answer.arrayBuffer()), name }
}

describe('a form that nobody has written in', () => {
  it.each(forms)('comes in Word with every heading of $id', async ({ id, name, sections, title }) => {
    const file = await fetched(`${id}/form.docx`)
    expect(file.name).toContain(`${name}.docx`)
    const { body } = new Docx(file.bytes)
    expect(styled(body, 'Title')).toEqual([title])
    const headings = sections.map(({ heading, starred }) => `${heading}${starred ? ' (*)' : ''}`)
    // The page of each signature is headed anew.
    expect(styled(body, 'Heading1')).toEqual(expect.arrayContaining(headings))
  })

  it.each(forms)('comes as a PDF, to be kept and to be listened to, of $id', async ({ id, name, title }) => {
    const file = await fetched(`${id}/form.pdf`)
    expect(file.name).toContain(`${name}.pdf`)
    const kept = await readPdf(file.bytes)
    expect([kept.title, kept.standard]).toEqual([title, 'A-2a'])
    const { standard } = await readPdf((await fetched(`${id}/form.pdf?standard=ua-1`)).bytes)
    expect(standard).toBe('UA-1')
  })

  it('is none of a form that there is not, nor for whoever is not signed in', async () => {
    for (const path of ['1999/form.docx', 'constructor/form.pdf']) {
      const answer = await anna.get(`/api/forms/${path}`)
      expect([answer.status, ((await answer.json()) as { kind: string }).kind]).toEqual([404, 'unknownForm'])
    }
    expect((await fetch(`${server.origin}/api/forms/2024/form.docx`)).status).toBe(401)
    expect((await anna.get('/api/forms/2024/form.pdf?standard=x')).status).toBe(400)
  })
})
