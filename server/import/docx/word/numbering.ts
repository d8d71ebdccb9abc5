import { FileRefused } from '../../office/FileRefused.ts'
import { wordLimits } from '../limits.ts'
import { wholeNumber } from './properties.ts'
import { type Attribute, type ElementReader, readElements } from './readElements.ts'

type ListKind = 'bullet' | 'number'

/** A level of a list: how its items are marked, and the style that puts a paragraph there. */
class Level implements ElementReader {
  #format = 'decimal'
  #mark: string | null = null
  #hasPicture = false
  style: string | null = null

  child(name: string, attribute: Attribute): null {
    if (name === 'numFmt') this.#format = attribute('val') ?? 'decimal'
    else if (name === 'lvlText') this.#mark = attribute('val') ?? ''
    else if (name === 'lvlPicBulletId') this.#hasPicture = true
    else if (name === 'pStyle') this.style = attribute('val')
    return null
  }

  get kind(): ListKind | null {
    if (this.#hasPicture) return 'bullet'
    if (this.#format === 'none' || this.#mark === '') return null
    return this.#format === 'bullet' ? 'bullet' : 'number'
  }
}

class Levels implements ElementReader {
  readonly levels = new Map<number, Level>()
  /** The style of lists that says how the levels look instead. */
  styleOfList: string | null = null
  abstractId: string | null = null

  child(name: string, attribute: Attribute): ElementReader | null {
    if (name === 'lvl') return this.#level(attribute)
    if (name === 'numStyleLink') this.styleOfList = attribute('val')
    if (name === 'abstractNumId') this.abstractId = attribute('val')
    return name === 'lvlOverride' ? this : null
  }

  #level(attribute: Attribute): Level {
    const level = new Level()
    this.levels.set(wholeNumber(attribute('ilvl'), 8) ?? 0, level)
    return level
  }
}

/** The lists of a file. */
export class Numbering {
  readonly #abstract = new Map<string, Levels>()
  readonly #lists = new Map<string, Levels>()

  constructor(part: Uint8Array | null) {
    if (part === null) return
    const all: ElementReader = {
      child: (name, attribute) => {
        if (name === 'abstractNum') return this.#begin(this.#abstract, attribute('abstractNumId'))
        return name === 'num' ? this.#begin(this.#lists, attribute('numId')) : null
      },
    }
    readElements(part, { child: name => (name === 'numbering' ? all : null) })
  }

  /** How the items at a level of a list are marked; null when they are not, or there is no such list. */
  kindOf(numId: string, level: number, listOfStyle: (style: string) => string | null): ListKind | null {
    return this.#levels(numId, listOfStyle, 0).get(level)?.kind ?? null
  }

  has(numId: string): boolean {
    return this.#lists.has(numId)
  }

  /** The level of a list that belongs to a style. */
  levelOf(numId: string, style: string): number | null {
    for (const [level, { style: its }] of this.#levels(numId, () => null, 0)) if (its === style) return level
    return null
  }

  #levels(
    numId: string,
    listOfStyle: (style: string) => string | null,
    steps: number,
  ): ReadonlyMap<number, Level> {
    const list = this.#lists.get(numId)
    const abstract = this.#abstract.get(list?.abstractId ?? '')
    const linked = abstract?.styleOfList ? listOfStyle(abstract.styleOfList) : null
    // A list may refer to a style that refers to the list.
    const shared =
      linked !== null && steps < 3 ? this.#levels(linked, listOfStyle, steps + 1) : abstract?.levels
    return list && list.levels.size > 0
      ? new Map([...(shared ?? []), ...list.levels])
      : (shared ?? new Map<number, Level>())
  }

  #begin(all: Map<string, Levels>, id: string | null): Levels {
    if (all.size >= wordLimits.lists) throw new FileRefused('large')
    const levels = new Levels()
    all.set(id ?? '', levels)
    return levels
  }
}
