/** What a file is to be called, as `content-disposition` says it (RFC 6266); the end of its address where that says nothing. */
export function savedName(disposition: string | null, address: string): string {
  const escaped = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  const plain = /filename="([^"]*)"/i.exec(disposition ?? '')?.[1]
  const last = address.split('?')[0]?.split('/').at(-1) ?? ''
  return (escaped === undefined ? plain : unescaped(escaped)) ?? last
}

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    // What a proxy has broken says nothing.
    return null
  }
}
