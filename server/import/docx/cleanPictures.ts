import sharp from 'sharp'
import type { Block, FigureContent } from '../../../shared/document/blockContent.ts'
import type { SectionContent } from '../../../shared/document/filledForm.ts'
import { readNotesMost } from '../../../shared/http/formImport.ts'
import { isBlank } from '../../../shared/import/move/isBlank.ts'
import type { LeftOver, ReadForm, ReadNote, SectionReading } from '../../../shared/import/ReadForm.ts'
import { type CleanImage, cleanImage } from '../../document/cleanImage.ts'
import { Refused } from '../../http/refuse.ts'
import { isFigure } from '../figures.ts'
import type { WordReading } from './WordReading.ts'

/** What was read, its figures showing pictures as they are kept; and those, by the hash that is in the figures. */
export interface CleanReading {
  readonly read: ReadForm
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

/** How much all pictures of a file may unpack to, and take when they are kept. What is beyond is not taken. */
const mostPixels = 500_000_000
const mostBytes = 128 * 2 ** 20

/** The widest and the highest that our own files show a picture, in pixels of 1/96 inch (`export/docx/nodes/figure.ts`). */
const maxPagePixels = { width: 600, height: 820 }

/** Letters of what a note says. */
const saidMostLetters = 80

/**
 * Decodes and encodes every picture anew, one at a time, as if each had been sent by itself. A figure whose picture is none
 * that we keep is its caption alone, and a note says so: the same each time the same file is read.
 */
export async function cleanPictures({ answer, pictures }: WordReading): Promise<CleanReading> {
  const { read } = answer
  const clean = await cleaned(pictures)
  const lost = (blocks: readonly Block[]) => blocks.filter(isFigure).filter(({ image }) => !clean.has(image))
  const shown = (blocks: readonly Block[]) => blocks.flatMap(block => shownBlock(block, clean))
  const sections = Object.entries(read.form.sections).map(([key, content]): [string, SectionContent] => [
    key,
    content.kind === 'rich' ? { kind: 'rich', blocks: orEmpty(shown(content.blocks)) } : content,
  ])
  const lostIn = (key: string) => {
    const content = read.form.sections[key]
    return content?.kind === 'rich' ? lost(content.blocks) : []
  }
  const leftOvers = read.leftOvers.map(
    (leftOver): LeftOver => ({ ...leftOver, blocks: shown(leftOver.blocks) }),
  )
  const besides = read.leftOvers.flatMap(({ blocks }) => lost(blocks))
  return {
    read: {
      form: { ...read.form, sections: Object.fromEntries(sections) },
      sections: read.sections.map(reading => withNotes(reading, lostIn(reading.section))),
      leftOvers: leftOvers.filter(({ blocks }) => !blocks.every(isBlank)),
      notes: noted(read.notes, besides),
    },
    pictures: new Map([...clean.values()].map(({ hash, bytes }) => [hash, bytes])),
  }
}

/** The pictures by the hash of what was sent. Those that are none, or too much, are not in it. */
async function cleaned(pictures: WordReading['pictures']): Promise<ReadonlyMap<string, CleanImage>> {
  const clean = new Map<string, CleanImage>()
  let [pixels, held] = [0, 0]
  for (const [hash, sent] of pictures) {
    pixels += await pixelsOf(sent)
    if (pixels > mostPixels || held > mostBytes) break
    const picture = await cleanOrNull(sent)
    if (!picture) continue
    held += picture.bytes.length
    clean.set(hash, picture)
  }
  return clean
}

/** How many it unpacks to; 0 for what is no picture, which is found out as well when it is cleaned. */
async function pixelsOf(sent: Uint8Array): Promise<number> {
  try {
    const { width, height } = await sharp(sent, { animated: false }).metadata()
    return width * height
  } catch {
    // The decoder's own words are about its library.
    return 0
  }
}

async function cleanOrNull(sent: Uint8Array): Promise<CleanImage | null> {
  try {
    return await cleanImage(sent)
  } catch (fault) {
    if (fault instanceof Refused) return null
    throw fault
  }
}

function shownBlock(block: Block, clean: ReadonlyMap<string, CleanImage>): Block[] {
  if (block.type !== 'figure') return [block]
  const picture = clean.get(block.image)
  if (picture) return [{ ...block, image: picture.hash, ...sizeOf(block, picture) }]
  const caption: Block = { type: 'paragraph', content: block.caption }
  return isBlank(caption) ? [] : [caption]
}

/** Its own size, unless somebody has made it smaller on the page than it had to be. */
function sizeOf(shown: FigureContent, own: CleanImage): Pick<FigureContent, 'width' | 'height'> {
  const fits = Math.min(1, maxPagePixels.width / own.width, maxPagePixels.height / own.height)
  const isMadeSmaller = shown.width > 0 && shown.height > 0 && shown.width < own.width * fits * 0.95
  return isMadeSmaller
    ? {
        width: Math.round(shown.width),
        height: Math.max(1, Math.round((shown.width * own.height) / own.width)),
      }
    : { width: own.width, height: own.height }
}

function withNotes(reading: SectionReading, lost: readonly FigureContent[]): SectionReading {
  if (lost.length === 0) return reading
  return { ...reading, is: reading.is === 'read' ? 'guessed' : reading.is, notes: noted(reading.notes, lost) }
}

function noted(notes: readonly ReadNote[], lost: readonly FigureContent[]): readonly ReadNote[] {
  const said = lost.map((figure): ReadNote => ({ kind: 'pictureNotTaken', said: nameOf(figure) }))
  return [...notes, ...said].slice(0, Math.max(notes.length, readNotesMost))
}

function nameOf({ alt, caption }: FigureContent): string {
  const name = caption.map(({ text }) => text).join('') || alt
  return name.slice(0, saidMostLetters).toWellFormed()
}

function orEmpty(blocks: readonly Block[]): readonly Block[] {
  return blocks.length > 0 ? blocks : [{ type: 'paragraph', content: [] }]
}
