import { BorderStyle, type IStylesOptions } from 'docx'

/** Ids of the styles that are used; Word shows their names in its own language. */
export const styles = {
  title: 'Title',
  section: 'Heading1',
  subheading: 'Heading2',
  smallHeading: 'Heading3',
  preamble: 'Inledning',
  label: 'Ledtext',
  caption: 'Caption',
  footnote: 'FootnoteText',
  empty: 'EjIfyllt',
} as const

const font = 'Calibri'

/** Sizes in half points; distances in twentieths of a point. */
export const documentStyles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 22, language: { value: 'sv-SE' } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: { run: { font, size: 36, bold: true }, paragraph: { spacing: { after: 120, line: 276 } } },
    heading1: {
      run: { font, size: 24, bold: true },
      paragraph: {
        spacing: { before: 360, after: 120 },
        keepNext: true,
        border: {
          top: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '404040' },
          bottom: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '404040' },
          left: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '404040' },
          right: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '404040' },
        },
      },
    },
    heading2: {
      run: { font, size: 24, bold: true },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    heading3: {
      run: { font, size: 22, bold: true, italics: true },
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
    footnoteText: { run: { font, size: 18 }, paragraph: { spacing: { after: 40, line: 240 } } },
    hyperlink: { run: { color: '0B57A4', underline: {} } },
  },
  paragraphStyles: [
    {
      id: styles.preamble,
      name: 'Inledning',
      basedOn: 'Normal',
      next: 'Normal',
      run: { italics: true, size: 20 },
    },
    {
      id: styles.label,
      name: 'Ledtext',
      basedOn: 'Normal',
      next: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { before: 120, after: 20 }, keepNext: true },
    },
    {
      id: styles.caption,
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      run: { italics: true, size: 20 },
    },
    { id: styles.empty, name: 'Ej ifyllt', basedOn: 'Normal', next: 'Normal', run: { color: '595959' } },
  ],
}
