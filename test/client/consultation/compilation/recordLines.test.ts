import { expect, it } from 'vitest'
import { recordLines } from '../../../../client/consultation/compilation/recordLines.ts'
import type { RecordFile } from '../../../../shared/http/replies.ts'

function file(path: string, number: number): RecordFile {
  return {
    ...{ path, name: `Namn på ${path}`, on: '2024-05-17', from: 'Heby kommun', to: 'AF' },
    ...{ subject: `Ärende ${number}`, designation: `a1/R1/AF/${number}` },
  }
}

it('The files of a handling stand on its line, each by its format, and what was attached by its name', () => {
  const lines = recordLines([
    ...['html', 'docx', 'pdf', 'json'].map(format => file(`af/utskick.${format}`, 1)),
    file('af/svar-1.html', 2),
    file('af/svar-1-bilaga-1.pdf', 3),
    file('af/svar-1-bilaga-2', 3),
  ])
  expect(lines.map(({ subject, files }) => [subject, ...files.map(({ format }) => format)])).toEqual([
    ['Ärende 1', 'html', 'docx', 'pdf', 'json'],
    ['Ärende 2', 'html'],
    ['Ärende 3', null, null],
  ])
  expect(recordLines([])).toEqual([])
})
