import type {
  Block,
  BudgetFigureContent,
  FootnoteContent,
  Inline,
  ParagraphContent,
  TextContent,
} from '../../../shared/document/blockContent.ts'
import { type ParagraphAttributes, plainParagraph } from '../../../shared/document/nodes/attributes.ts'

/** How text looks where it stands. */
export interface RunLook {
  readonly bold: boolean
  readonly italic: boolean
  readonly link: string | null
}

export const plainRun: RunLook = { bold: false, italic: false, link: null }

/**
 * Collects what a pasted page says, block by block. White space is drawn together as a browser would; a block
 * with nothing but space in it is none, since Word is full of them.
 */
export class PastedBlocks {
  readonly blocks: Block[] = []
  #look: ParagraphAttributes = plainParagraph
  #runs: Inline[] = []

  /** Ends the block that is being collected. What follows, up to the next end, looks like `look`. */
  begin(look: ParagraphAttributes): void {
    const runs = trimEnd(this.#runs)
    if (runs.length > 0) {
      const { level, list, indent } = this.#look
      const paragraph: ParagraphContent = {
        type: 'paragraph',
        ...(level === null ? {} : { level }),
        ...(list === null ? {} : { list }),
        ...(indent === null ? {} : { indent }),
        content: level === null ? runs : runs.map(withoutBold),
      }
      this.blocks.push(paragraph)
    }
    this.#runs = []
    this.#look = look
  }

  /** True while nothing has been collected in the block. */
  get isFresh(): boolean {
    return this.#runs.length === 0
  }

  get look(): ParagraphAttributes {
    return this.#look
  }

  add(text: string, look: RunLook): void {
    const before = this.#runs.at(-1)
    const endsInSpace = before === undefined || (before.type === 'text' && /[ \u00a0]$/.test(before.text))
    // A hard space between two words is kept; Word writes rows of spaces with hard ones among them.
    const drawn = text.replace(/[ \t\r\n\f]+/g, ' ').replace(/[ \u00a0]{2,}/g, ' ')
    const kept = endsInSpace ? drawn.replace(/^[ \u00a0]/, '') : drawn
    if (kept !== '') addRun(this.#runs, textRun(kept, look))
  }

  addFootnote(footnote: FootnoteContent): void {
    // The space that Word writes before the number belongs to no one.
    this.#runs = trimEnd(this.#runs)
    this.#runs.push(footnote)
  }

  addFigure(figure: BudgetFigureContent): void {
    this.#runs.push(figure)
  }

  addBlock(block: Block): void {
    this.begin(plainParagraph)
    this.blocks.push(block)
  }
}

function textRun(text: string, { bold, italic, link }: RunLook): TextContent {
  return {
    type: 'text',
    text,
    ...(bold ? { bold: true } : {}),
    ...(italic ? { italic: true } : {}),
    ...(link === null ? {} : { link }),
  }
}

function addRun(runs: Inline[], run: TextContent): void {
  const last = runs.at(-1)
  const joins =
    last?.type === 'text' && last.bold === run.bold && last.italic === run.italic && last.link === run.link
  if (joins) runs[runs.length - 1] = { ...last, text: last.text + run.text }
  else runs.push(run)
}

/** Without space at the end, and nothing at all if there was only space, hard space included. */
function trimEnd(runs: readonly Inline[]): Inline[] {
  const kept = [...runs]
  for (let last = kept.at(-1); last?.type === 'text'; last = kept.at(-1)) {
    kept.pop()
    const text = last.text.replace(/[ \u00a0]+$/, '')
    if (text === '') continue
    kept.push({ ...last, text })
    break
  }
  return kept
}

/** For what is bold by itself: a subheading, a cell of a header row. */
export function withoutBold(run: Inline): Inline {
  if (run.type !== 'text') return run
  const { bold: _, ...rest } = run
  return rest
}
