/** What is sent in parts: bytes as a file, all else as text; what is no text as JSON. */
export type Sent = Readonly<Record<string, unknown>>

/** Sends parts as a browser does. */
export async function sendParts(
  address: string,
  headers: Readonly<Record<string, string>>,
  sent: Sent,
): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(sent)) {
    if (value instanceof Uint8Array)
      body.append(name, new Blob([value as Uint8Array<ArrayBuffer>]), 'ansokan.docx')
    else body.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return await fetch(address, { method: 'POST', headers, body })
}
