/** A parsed page as plain data, so that what is made of it can be tested without a browser. */
export type HtmlNode = HtmlElement | string

export interface HtmlElement {
  /** Lower case, with its prefix if it has one: Word writes `o:p`. */
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly HtmlNode[]
}

/** Deepest nesting that is read; deeper is nobody's text. */
const deepest = 100

/**
 * Parses HTML in a document of its own, where nothing is run or loaded. A browser that demands trusted types
 * wants the text wrapped by a policy; it is never put into the page.
 */
export function parseHtml(html: string): HtmlElement {
  const parsed = new DOMParser().parseFromString(trusted(quiet(html)), 'text/html')
  return elementOf(parsed.body, 0)
}

/**
 * The page's security policy looks at what is only parsed too, and reports every style in it as refused. So style
 * sheets and base addresses are left out, and `style` attributes, which only we read, get another name.
 */
function quiet(html: string): string {
  return html
    .replace(/<style\b[^>]*>[\s\S]*?<\/style\s*>|<base\b[^>]*>/gi, '')
    .replace(/<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>/gi, tag =>
      tag.replace(/"[^"]*"|'[^']*'|(?<=[\s"'/])style(?=\s*=)/gi, found =>
        found.toLowerCase() === 'style' ? styleName : found,
      ),
    )
}

const styleName = 'data-pasted-style'

/** Declarations of a `style` attribute, in lower case; Word's own (`mso-…`) too. */
export function styleOf({ attributes }: HtmlElement): ReadonlyMap<string, string> {
  const style = new Map<string, string>()
  for (const declaration of (attributes[styleName] ?? attributes.style ?? '').split(';')) {
    const colon = declaration.indexOf(':')
    if (colon === -1) continue
    style.set(
      declaration.slice(0, colon).trim().toLowerCase(),
      declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    )
  }
  return style
}

export function hasClass({ attributes }: HtmlElement, pattern: RegExp): boolean {
  return (attributes.class ?? '').split(/\s+/).some(name => pattern.test(name))
}

/** All text inside, as it stands. */
export function textOf(node: HtmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('')
}

/** Every element inside, outermost first. */
export function* elementsIn(element: HtmlElement): Generator<HtmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    yield child
    yield* elementsIn(child)
  }
}

function elementOf(element: Element, depth: number): HtmlElement {
  const children: HtmlNode[] = []
  for (const child of element.childNodes) {
    if (child instanceof Text) children.push(child.data)
    else if (child instanceof Element && depth < deepest) children.push(elementOf(child, depth + 1))
  }
  return {
    tag: element.tagName.toLowerCase(),
    attributes: Object.fromEntries(
      [...element.attributes].map(({ name, value }) => [name.toLowerCase(), value]),
    ),
    children,
  }
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string }
}

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null

function trusted(html: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  if (trustedTypes === undefined) return html
  policy ??= trustedTypes.createPolicy('samskriv-paste', { createHTML: text => text })
  return policy.createHTML(html)
}
