import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import type { FileTask } from '../../server/export/FileTask.ts'
import type { Picture } from '../../server/export/pictures.ts'
import type { Block } from '../../shared/document/blockContent.ts'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import { form2024 as form } from '../../shared/form/forms/2024/form.ts'
import { contentsOfPages } from '../documents.ts'

export const formats = ['docx', 'pdf'] as const

export type Format = (typeof formats)[number]

/** An ansökan with its pictures, to be made into a file. */
export interface Filled {
  readonly form: FilledForm
  readonly pictures: ReadonlyMap<string, Picture>
}

export function filledPages(pages: number): Filled {
  return { form: { formId: form.id, sections: contentsOfPages(pages) }, pictures: new Map() }
}

/** The same with so many photographs of about 1.5 MB, all different. */
export async function withPictures({ form }: Filled, count: number): Promise<Filled> {
  const pictures = new Map<string, Picture>()
  for (let nth = 0; nth < count; nth += 1) {
    pictures.set(String(nth).padStart(64, '0'), { bytes: await photograph(), type: 'jpg' })
  }
  const figures = [...pictures.keys()].map(
    (image): Block => ({ type: 'figure', image, width: 1200, height: 900, alt: 'Brus', caption: [] }),
  )
  const { background } = form.sections
  const blocks = background?.kind === 'rich' ? background.blocks : []
  const sections = {
    ...form.sections,
    background: { kind: 'rich' as const, blocks: [...blocks, ...figures] },
  }
  return { form: { ...form, sections }, pictures }
}

/** A task has pictures of its own each time. */
export function taskOf(format: Format, { form, pictures }: Filled): FileTask {
  const documentId = 'mätning'
  if (format === 'docx') {
    return { is: 'word', of: { formId: form.formId, form, documentId, threads: [], pictures } }
  }
  const of = { is: 'application', formId: form.formId, form, documentId } as const
  return { is: 'pdf', of: { of, standard: 'a-2a', madeAt: '2026-11-22T12:00:00.000Z', pictures } }
}

/** Noise, which packs as badly as the most detailed picture. */
async function photograph(): Promise<Uint8Array> {
  const [width, height] = [1200, 900]
  const raw = { width, height, channels: 3 } as const
  return await sharp(randomBytes(width * height * 3), { raw })
    .jpeg({ quality: 88 })
    .toBuffer()
}
