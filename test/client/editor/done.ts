import type { Command } from '@tiptap/pm/state'
import type { Block, ParagraphContent } from '../../../shared/document/blockContent.ts'
import { readBlocks } from '../../../shared/document/blocks.ts'
import { Peer, seed } from './peer.ts'

type Look = Pick<ParagraphContent, 'level' | 'list' | 'indent'>

export function block(words: string, look: Look = {}): Block {
  return { type: 'paragraph', ...look, content: words === '' ? [] : [{ type: 'text', text: words }] }
}

/** What the section says and where the caret is after `commands`, done where `place` puts the caret. */
export function done(
  blocks: readonly Block[],
  place: (peer: Peer) => unknown,
  ...commands: readonly Command[]
) {
  const peer = new Peer(7, seed(blocks))
  place(peer)
  for (const command of commands) peer.run(command)
  return { blocks: readBlocks(peer.fragment), caret: peer.caretBlock, peer }
}
