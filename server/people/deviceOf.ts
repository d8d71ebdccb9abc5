const browsers = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const

const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const

/** Browser and system of a `User-Agent`, so that she knows her own again, e.g. `Firefox, Windows`; empty for others. */
export function deviceOf(userAgent: string | undefined): string {
  const named = [browsers, systems].map(kinds => kinds.find(([, sign]) => sign.test(userAgent ?? ''))?.[0])
  return named.filter(name => name !== undefined).join(', ')
}
