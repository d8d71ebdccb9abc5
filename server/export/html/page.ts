import { createHash } from 'node:crypto'
import { Html, html } from './html.ts'
import { pageStyle } from './pageStyle.ts'

interface Page {
  /** Text, as the browser's tab and the list of files show it. */
  readonly title: string
  readonly body: Html
  /** A page of wide tables is printed across. */
  readonly isWide?: boolean
}

/** Ours, and it holds nothing that HTML would read as an end of it. */
const style = new Html([pageStyle])

const styleHash = createHash('sha256').update(pageStyle).digest('base64')

/** Nothing is fetched and nothing is run: the page has what it needs in itself, its one style by hash. */
const inTheFile = `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`

/** What the answer that gives such a page says of it. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `${inTheFile}; frame-ancestors 'none'`,
} as const

/** A page that stands by itself, on the screen, on A4 and when it has been saved, in Swedish. */
export function page({ title, body, isWide = false }: Page): Html {
  return html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${inTheFile}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body class="${isWide ? 'wide' : 'narrow'}">
<main>
${body}
</main>
</body>
</html>
`
}
