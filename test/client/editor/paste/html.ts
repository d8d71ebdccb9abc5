import type { HtmlElement, HtmlNode } from '../../../../client/editor/paste/htmlTree.ts'

const voidTags = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr'])
const entities: Readonly<Record<string, string>> = { nbsp: '\u00a0', amp: '&', lt: '<', gt: '>', quot: '"' }

/**
 * Reads HTML that is well nested, for tests without a browser: tags, attributes, entities; comments and Word's
 * `<![if …]>` are passed over. A browser's parser is used in the product.
 */
export function html(source: string): HtmlElement {
  const root = { tag: 'body', attributes: {}, children: [] as HtmlNode[] }
  const open: { tag: string; children: HtmlNode[] }[] = [root]
  for (const [token, tag, rest] of source.matchAll(
    /<!--[\s\S]*?-->|<![^>]*>|<\/?([a-z0-9:]+)([^>]*)>|[^<]+/gi,
  )) {
    const parent = open.at(-1) ?? root
    if (!token.startsWith('<')) parent.children.push(decode(token))
    else if (tag === undefined) continue
    else if (token.startsWith('</')) {
      if (open.pop()?.tag !== tag.toLowerCase()) throw new Error(`${token} closes another element`)
    } else {
      const element = {
        tag: tag.toLowerCase(),
        attributes: attributes(rest ?? ''),
        children: [] as HtmlNode[],
      }
      parent.children.push(element)
      if (!voidTags.has(element.tag)) open.push(element)
    }
  }
  return root
}

function attributes(source: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name, double, single, bare] of source.matchAll(
    /([a-z0-9:-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/gi,
  )) {
    if (name) found[name.toLowerCase()] = decode(double ?? single ?? bare ?? '')
  }
  return found
}

function decode(text: string): string {
  return text.replace(/&([a-z]+);/g, (whole, name: string) => entities[name] ?? whole)
}
