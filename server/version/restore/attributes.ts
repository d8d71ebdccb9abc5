import type * as Y from 'yjs'

type Attributes = Readonly<Record<string, string | number | null>>

/**
 * Makes the attributes of a node mean what those of `content` mean, as `parse` reads them; others, and those that mean
 * it already, are left alone.
 */
export function setAttributes<Name extends string>(
  node: Y.XmlElement,
  parse: (read: (name: Name) => unknown) => { readonly [name in Name]: string | number | null },
  content: { readonly [name in NoInfer<Name>]?: unknown },
): void {
  const was: Attributes = parse(name => node.getAttribute(name))
  const is: Attributes = parse(name => content[name])
  for (const [name, value] of Object.entries(is)) {
    if (value === was[name]) continue
    if (value === null) node.removeAttribute(name)
    // Yjs declares attributes as strings; the binding writes numbers too.
    else (node as Y.XmlElement<Record<string, string | number>>).setAttribute(name, value)
  }
}
