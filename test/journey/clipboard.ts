import type { Page } from 'playwright-core'

/**
 * Puts HTML on the clipboard as another program would, byte for byte: what a page writes with the newer
 * `navigator.clipboard` is cleaned by the browser first, and a word processor's is not.
 */
export async function copyToClipboard(page: Page, html: string, text = ''): Promise<void> {
  const isCopied = await page.evaluate(
    ([markup, words]) => {
      const onCopy = (event: ClipboardEvent) => {
        event.clipboardData?.setData('text/html', markup ?? '')
        event.clipboardData?.setData('text/plain', words ?? '')
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      window.addEventListener('copy', onCopy, { capture: true })
      const done = document.execCommand('copy')
      window.removeEventListener('copy', onCopy, { capture: true })
      return done
    },
    [html, text],
  )
  if (!isCopied) throw new Error('The browser let nothing onto the clipboard.')
}
