import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readWorkbook } from '../../harness/readWorkbook.ts'
import { Docx, textIn } from './docx/readDocx.ts'

/** All that is to be read in a file, of a format by the end of its name, in its order and without spaces. */
export async function textOfFile(name: string, bytes: Uint8Array): Promise<string> {
  return (await said(name, bytes)).replaceAll(/\s/g, '')
}

async function said(name: string, bytes: Uint8Array): Promise<string> {
  if (name.endsWith('.docx')) return textIn(new Docx(bytes).body)
  if (name.endsWith('.xlsx')) {
    return readWorkbook(bytes)
      .flatMap(({ cells }) => [...cells.values()].map(({ value }) => value ?? ''))
      .join(' ')
  }
  return await textOfPdf(bytes)
}

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map(item => ('str' in item ? item.str : '')).join(''))
  }
  await pdf.loadingTask.destroy()
  return pages.join('')
}
