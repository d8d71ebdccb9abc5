import { imageMaxBytes } from '../../../shared/http/image.ts'

/** Kinds of picture that the server can read. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const

/** The pictures among what was pasted, dropped or chosen, also of kinds that cannot be taken. */
export function imageFiles(files: FileList | null | undefined): File[] {
  return [...(files ?? [])].filter(file => file.type.startsWith('image/'))
}

/** Why a file is not sent at all; null when it may be. The server looks again. */
export function refusal(file: {
  readonly type: string
  readonly size: number
}): 'tooLarge' | 'notAnImage' | null {
  if (!imageTypes.some(type => type === file.type)) return 'notAnImage'
  return file.size > imageMaxBytes ? 'tooLarge' : null
}
