/** How long a browser may take to begin to save what it has been given. */
const keptMs = 60_000

/** Lets the browser save a file as it saves all files. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), keptMs)
}
