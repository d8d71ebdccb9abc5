import { ChangeSet } from '@tiptap/pm/changeset'
import { type Node, Schema } from '@tiptap/pm/model'
import { StepMap } from '@tiptap/pm/transform'
import type { Inline } from '../../shared/document/blockContent.ts'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import type { TwoVersions } from './comparedForms.ts'

const schema = new Schema({
  nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} },
  marks: { bold: {} },
})

/** The paragraphs of all sections and cells as one document of ProseMirror. */
function documentOf({ sections }: FilledForm): Node {
  const paragraph = (content: readonly Inline[]) =>
    schema.node(
      'paragraph',
      null,
      content.flatMap(inline =>
        inline.type === 'text' && inline.text !== ''
          ? [schema.text(inline.text, inline.bold ? [schema.mark('bold')] : [])]
          : [],
      ),
    )
  const blocks = Object.values(sections).flatMap(content => (content.kind === 'rich' ? content.blocks : []))
  return schema.node(
    'doc',
    null,
    blocks.flatMap(block => {
      if (block.type === 'paragraph') return [paragraph(block.content)]
      if (block.type === 'figure') return []
      return block.rows.flat().flatMap(cell => cell.content.map(({ content }) => paragraph(content)))
    }),
  )
}

/**
 * prosemirror-changeset on the same text: how long it takes, and in how many changes it tells it. It knows nothing of
 * blocks, and takes what is too long for it as one change.
 */
export function measureChangeset({ before, after }: TwoVersions): { ms: number; changes: number } {
  return measured(documentOf(before), documentOf(after))
}

function measured(old: Node, now: Node): { ms: number; changes: number } {
  const begun = performance.now()
  const set = ChangeSet.create(old).addSteps(
    now,
    [new StepMap([0, old.content.size, now.content.size])],
    null,
  )
  return { ms: performance.now() - begun, changes: set.changes.length }
}
