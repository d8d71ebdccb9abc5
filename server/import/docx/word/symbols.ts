/** What a letter in a font of signs stands for: a sign that every font has, or a box that is ticked or not. */
export type Sign = string | { readonly isTicked: boolean }

const empty = { isTicked: false } as const
const ticked = { isTicked: true } as const

const wingdings: Readonly<Record<number, Sign>> = {
  ...{ 40: '☎', 42: '✉', 74: '☺', 108: '●', 110: '■', 117: '◆', 118: '❖', 119: '◆' },
  ...{ 159: '•', 167: '▪', 183: '•', 216: '➢', 223: '←', 224: '→', 225: '↑', 226: '↓' },
  ...{ 232: '➔', 239: '⇦', 240: '⇨', 251: '✗', 252: '✓' },
  ...{ 111: empty, 112: empty, 113: empty, 114: empty, 168: empty },
  ...{ 120: ticked, 253: ticked, 254: ticked },
}

const wingdings2: Readonly<Record<number, Sign>> = {
  ...{ 79: '✗', 80: '✓', 151: '•', 152: '●' },
  ...{ 42: empty, 48: empty, 163: empty },
  ...{ 81: ticked, 82: ticked, 83: ticked, 84: ticked },
}

const greek = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const smallGreek = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'

const symbol: Readonly<Record<number, Sign>> = {
  ...Object.fromEntries([...greek].map((letter, place) => [0x41 + place, letter])),
  ...Object.fromEntries([...smallGreek].map((letter, place) => [0x61 + place, letter])),
  ...{ 163: '≤', 165: '∞', 172: '←', 173: '↑', 174: '→', 175: '↓', 176: '°', 177: '±' },
  ...{ 179: '≥', 180: '×', 183: '•', 184: '÷', 185: '≠', 187: '≈', 188: '…', 215: '·' },
  ...{ 229: '∑', 214: '√', 45: '−', 169: '♥' },
}

const fonts: Readonly<Record<string, Readonly<Record<number, Sign>>>> = {
  wingdings,
  'wingdings 2': wingdings2,
  symbol,
}

/** Whether the letters of a font are signs. */
function isFontOfSigns(font: string | null): boolean {
  return font !== null && (Object.hasOwn(fonts, font.toLowerCase()) || /^(?:webdings|wingdings)/i.test(font))
}

/** The sign of a letter in a font of signs. One that is not written down here is the letter, or shown as missing. */
export function signOf(font: string | null, code: number): Sign {
  const isPrivate = code >= 0xf000 && code <= 0xf0ff
  const plain = isPrivate ? code - 0xf000 : code
  const known = plain > 0xff ? undefined : fonts[(font ?? 'wingdings').toLowerCase()]?.[plain]
  if (known !== undefined) return known
  // Figures stand where they always do in the font of Greek letters.
  const isFigure = font?.toLowerCase() === 'symbol' && plain >= 0x20 && plain < 0x41
  const isShown = isFigure || (!isPrivate && code >= 0x20 && code <= 0x10ffff)
  return isShown ? String.fromCodePoint(plain) : '\ufffd'
}

/** Text as signs: in a font of them each letter is one, in any other only those for private use. */
export function signsIn(text: string, font: string | null): readonly Sign[] {
  const isOfSigns = isFontOfSigns(font)
  if (!isOfSigns && !/[\uf000-\uf0ff]/.test(text)) return [text]
  return [...text].map(letter => {
    const code = letter.codePointAt(0) ?? 0
    return isOfSigns || (code >= 0xf000 && code <= 0xf0ff) ? signOf(isOfSigns ? font : null, code) : letter
  })
}
