import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Block } from '../../shared/document/blockContent.ts'
import type { FilledForm, SectionContent } from '../../shared/document/filledForm.ts'
import { formById } from '../../shared/form/forms.ts'
import type { Applications } from '../document/Applications.ts'
import { type CleanImage, cleanImage } from '../document/cleanImage.ts'
import type { Author } from '../document/documentRecords.ts'
import { demoApplications } from './demoApplications.ts'

/** The demo's ansökningar are started by its processledare, who has let in one person of each party. */
const starter: Author = 'anna@heby'
const colleagues = [
  { personId: 'karim', partyId: 'af', role: 'partyEditor' },
  { personId: 'elin', partyId: 'fk', role: 'partyEditor' },
  { personId: 'sofia', partyId: 'region', role: 'partyLead' },
] as const

/** Fills an empty data folder with the demo's ansökningar. Gives the id of the fullest one. */
export async function seedDemo(applications: Applications, now: number): Promise<string> {
  const since = new Date(now).toISOString()
  let fullest = ''
  // The fullest one last, so that it stands first in the list.
  for (const filled of demoApplications.toReversed()) {
    const form = formById(filled.formId)
    if (!form) throw new Error(`The demo is written on a form that does not exist: ${filled.formId}.`)
    const pictures = await readPictures(filled)
    const attachments = [...pictures.values()].map(({ hash, bytes }) => [`attachments/${hash}`, bytes])
    fullest = await applications.create(
      form,
      starter,
      withPictures(filled.sections, pictures),
      Object.fromEntries(attachments),
      colleagues.map(colleague => ({ ...colleague, since, guestLinkId: null })),
    )
  }
  return fullest
}

/** The pictures that the demo's figures name, by file name, cleaned as if somebody had uploaded them. */
async function readPictures(filled: FilledForm): Promise<Map<string, CleanImage>> {
  const pictures = new Map<string, CleanImage>()
  for (const content of Object.values(filled.sections)) {
    for (const block of content.kind === 'rich' ? content.blocks : []) {
      if (block.type !== 'figure' || pictures.has(block.image)) continue
      pictures.set(block.image, await cleanImage(await readFile(join(import.meta.dirname, block.image))))
    }
  }
  return pictures
}

function withPictures(
  sections: FilledForm['sections'],
  pictures: ReadonlyMap<string, CleanImage>,
): Record<string, SectionContent> {
  const withHash = (block: Block): Block => {
    const picture = block.type === 'figure' ? pictures.get(block.image) : undefined
    return block.type === 'figure' && picture
      ? { ...block, image: picture.hash, width: picture.width, height: picture.height }
      : block
  }
  return Object.fromEntries(
    Object.entries(sections).map(([key, content]) => [
      key,
      content.kind === 'rich' ? { ...content, blocks: content.blocks.map(withHash) } : content,
    ]),
  )
}
