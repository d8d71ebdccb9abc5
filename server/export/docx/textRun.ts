import { BuilderElement, type IRunPropertiesOptions, Tab, TextRun } from 'docx'
import { plainText } from './plainText.ts'

/** Text as it stands: its tabs and line breaks are Word's own. */
export function textRun(
  text: string,
  look: IRunPropertiesOptions & { readonly style?: string } = {},
): TextRun {
  const parts = text.split(/(\t|\r\n?|\n)/).filter(part => part !== '')
  return new TextRun({ ...look, children: parts.map(part) })
}

function part(said: string) {
  if (said === '\t') return new Tab()
  return /^[\r\n]/.test(said) ? new BuilderElement({ name: 'w:br' }) : plainText(said)
}
