import { FileRefused } from './FileRefused.ts'

/** First bytes of a file of the old kind: .xls, and every Office file that is locked with a password. */
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0]
const zip = [0x50, 0x4b, 0x03, 0x04]

/** A stream of this name in such a file is what is locked. */
const lockedName = 'EncryptedPackage'

/** Refuses what is no zip, by what it is instead. */
export function requireZip(bytes: Uint8Array): void {
  if (beginsWith(bytes, zip)) return
  const isLocked = beginsWith(bytes, oldOffice) && holdsName(bytes, lockedName)
  throw new FileRefused(isLocked ? 'locked' : 'otherKind')
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function holdsName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
}
