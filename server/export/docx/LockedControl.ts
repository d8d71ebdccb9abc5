import { BuilderElement, FileChild, type XmlComponent } from 'docx'

/** A content control that can neither be taken away nor written in: what stands in it stays untouched. */
export class LockedControl extends FileChild {
  constructor(title: string, children: readonly FileChild[]) {
    super('w:sdt')
    this.root.push(
      new BuilderElement({
        name: 'w:sdtPr',
        children: [value('w:alias', title), value('w:tag', 'agreement'), value('w:lock', 'sdtContentLocked')],
      }),
      new BuilderElement({ name: 'w:sdtContent', children: [...children] }),
    )
  }
}

function value(name: string, said: string): XmlComponent {
  return new BuilderElement({ name, attributes: { val: { key: 'w:val', value: said } } })
}
