import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { SectionBinding } from './SectionBinding.ts'

const bindingKey = new PluginKey<SectionBinding>('binding')

/** Binds the editor that it is a plugin of. The editor's document must be `binding.read(schema)`. */
export function bindingPlugin(binding: SectionBinding): Plugin {
  return new Plugin({
    key: bindingKey,
    view: view => {
      binding.attach(view)
      return { update: () => binding.stateChanged(), destroy: () => binding.detach() }
    },
  })
}
