import { unzipSync } from 'fflate'
import { useCallback, useEffect, useState } from 'react'
import somePicture from './picture.svg'

/** Where Word keeps pictures in a file. */
const mediaFolder = 'word/media/'

/** Larger ones are not shown before the ansökan is made. */
const mostBytes = 20 * 1024 * 1024

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
}

/**
 * Where a picture of a Word file can be shown from, by the hash of its bytes: out of the file itself, which never leaves
 * this browser but to be read. A picture that the server keeps in another shape is shown as a sign in its place.
 */
export function useFilePictures(file: Blob): (hash: string) => string {
  const [addresses, setAddresses] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    let isOver = false
    let made: ReadonlyMap<string, string> = new Map()
    picturesIn(file).then(
      pictures => {
        if (isOver) return
        made = new Map([...pictures].map(([hash, picture]) => [hash, URL.createObjectURL(picture)]))
        setAddresses(made)
      },
      () => {
        // Packed in a way that only the server unpacks: signs are shown.
      },
    )
    return () => {
      isOver = true
      for (const address of made.values()) URL.revokeObjectURL(address)
    }
  }, [file])
  return useCallback(hash => addresses.get(hash) ?? somePicture, [addresses])
}

async function picturesIn(file: Blob): Promise<ReadonlyMap<string, Blob>> {
  // Only where the page came over https, or from this computer.
  if (!isSecureContext) return new Map()
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()), {
    filter: ({ name, originalSize }) => typeOf(name) !== null && originalSize <= mostBytes,
  })
  const pictures = await Promise.all(
    Object.entries(parts).map(async ([name, unpacked]) => {
      const bytes = new Uint8Array(unpacked)
      return [await hashOf(bytes), new Blob([bytes], { type: typeOf(name) ?? '' })] as const
    }),
  )
  return new Map(pictures)
}

function typeOf(name: string): string | null {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  return name.startsWith(mediaFolder) ? (types[ending] ?? null) : null
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
