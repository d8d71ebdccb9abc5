import type { Block } from '../../../../../shared/document/blockContent.ts'
import type { SectionContent } from '../../../../../shared/document/filledForm.ts'
import type { FormTemplate, SectionKind } from '../../../../../shared/form/FormTemplate.ts'
import type { LeftOver, ReadNote } from '../../../../../shared/import/ReadForm.ts'
import type { TextLook } from '../text/paragraphContent.ts'

/** What was read of one section. */
export interface SectionRead<Content extends SectionContent | null> {
  /** Null for sections that store nothing. */
  readonly content: Content
  readonly notes: readonly ReadNote[]
  /** Text that the section does not take. */
  readonly loose: readonly Loose[]
}

/** Text that is left over, before it has a place among the others. */
export type Loose = Pick<LeftOver, 'why' | 'blocks' | 'proposed'>

export type ContentOf<Kind extends SectionKind> = Kind extends SectionContent['kind']
  ? Extract<SectionContent, { kind: Kind }>
  : null

/** What a section is read by. */
export interface SectionReading {
  readonly template: FormTemplate
  readonly look: TextLook
  /** Sections that come before it in the form. */
  readonly sections: Readonly<Record<string, SectionContent>>
  /** Its first part stood on the line of its heading. */
  readonly beginsOnHeading: boolean
}

export function loose(
  why: LeftOver['why'],
  blocks: readonly Block[],
  proposed: Loose['proposed'] = null,
): Loose[] {
  return blocks.length === 0 ? [] : [{ why, blocks, proposed }]
}
