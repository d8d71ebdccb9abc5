import { type FieldShape, rootShape } from '../../../shared/document/roots.ts'
import type { PartiesSection } from '../../../shared/form/FormTemplate.ts'
import { useSectionOf } from '../FormContext.ts'
import type { FieldPath } from '../fieldPath.ts'
import { AtomicField } from '../fields/AtomicField.tsx'
import { lineFormat } from '../fields/format.ts'
import { ProseField } from '../fields/ProseField.tsx'

interface PartyFieldsProps {
  /** Path of one of the party's values. */
  readonly pathOf: (name: string) => FieldPath
}

/** What this version of the form asks about one party. */
export function PartyFields({ pathOf }: PartyFieldsProps) {
  const section = useSectionOf('parties')
  const shapes = partyShapes(section)
  return section.fields.map(({ name, label }) => {
    const shape = shapes[name]
    return shape?.is === 'line' ? (
      <AtomicField
        key={name}
        path={pathOf(name)}
        label={label}
        format={lineFormat(shape.maxLength, name === 'email' ? 'email' : 'text')}
      />
    ) : (
      <ProseField key={name} path={pathOf(name)} label={label} lines={1} />
    )
  })
}

/** The values a party of this section has, by name. */
export function partyShapes(section: PartiesSection): Readonly<Record<string, FieldShape>> {
  const root = rootShape(section)
  if (root?.type !== 'fields') return {}
  return root.items ?? root.fixed
}
