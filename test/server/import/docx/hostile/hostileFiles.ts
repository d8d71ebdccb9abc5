import { wordDocument } from '../../../../../server/export/docx/wordDocument.ts'
import { formById } from '../../../../../shared/form/forms.ts'
import { everyKindOfText } from '../../../../fixtures/everyKindOfText.ts'
import { Random } from '../../../sync/guard/random.ts'
import { brokenZips } from './brokenZips.ts'
import type { HostileFile } from './HostileFile.ts'
import { hostileWord } from './hostileWord.ts'
import { hostileXml } from './hostileXml.ts'
import { mutations } from './mutations.ts'
import { otherKinds } from './otherKinds.ts'

/**
 * Damaged and hostile files, the same for the same seed. `outside` is an address at which somebody listens; `times` is how
 * often the whole file is damaged by chance, 50 times each.
 */
export async function hostileFiles(
  seed: number,
  outside: string,
  times: number,
): Promise<readonly HostileFile[]> {
  const random = new Random(seed)
  return [
    ...otherKinds(random),
    ...brokenZips(),
    ...hostileXml(),
    ...hostileWord(outside),
    ...mutations(await realFile(), random, times),
  ]
}

/** An ansökan with a bit of everything, as it is when nobody has done anything to it. */
export async function realFile(): Promise<Uint8Array<ArrayBuffer>> {
  const form = everyKindOfText
  const template = formById(form.formId)
  if (!template) throw new Error(`There is no form ${form.formId}.`)
  const made = await wordDocument({ template, form, documentId: 'abc', threads: [], pictureOf: () => null })
  return new Uint8Array(made)
}
