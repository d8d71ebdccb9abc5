/**
 * Why a file is not read: it is another kind of file, locked with a password, has macros, is or becomes too large, is
 * damaged, or has nothing in it of what is looked for.
 */
export type FileFault = 'otherKind' | 'locked' | 'macros' | 'large' | 'damaged' | 'nothing'

/** Thrown wherever a file turns out to be one that is not read. */
export class FileRefused extends Error {
  readonly kind: FileFault

  constructor(kind: FileFault) {
    super(kind)
    this.kind = kind
  }
}
