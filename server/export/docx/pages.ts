import { AlignmentType, Footer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx'
import { plainText } from './plainText.ts'

/** A4, in twentieths of a point. */
export const page = { width: 11_906, height: 16_838 }

export function pageSize(isAcross: boolean) {
  return isAcross ? { ...page, orientation: PageOrientation.LANDSCAPE } : page
}

/** What stands at the foot of every page, with the number of the page after it. */
export function footer(said: string): Footer {
  const children = [
    said === '' ? '' : `${plainText(said)} · `,
    'Sida ',
    PageNumber.CURRENT,
    ' av ',
    PageNumber.TOTAL_PAGES,
  ]
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.END, children: [new TextRun({ size: 16, children })] }),
    ],
  })
}
