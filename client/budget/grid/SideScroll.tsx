import { type RefObject, useEffect, useRef } from 'react'
import styles from './sideScroll.module.css'

/**
 * The scrollbar of a sheet that is wider than its place. It is in view wherever one is in the sheet, and the edge of
 * the frame is shaded while there is more beyond it. For those who point; the keys bring a cell into view by themselves.
 */
export function SideScroll({ frame }: { readonly frame: RefObject<HTMLElement | null> }) {
  const ref = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const bar = ref.current
    const around = frame.current
    const body = around?.querySelector('[data-body]')
    if (!bar || !around || !body) return
    const shade = () => {
      around.toggleAttribute('data-more', body.scrollLeft + body.clientWidth < body.scrollWidth - 1)
    }
    let isBegun = false
    const measure = () => {
      if (!isBegun && body.clientWidth > 0) {
        isBegun = true
        beginAtAmounts(around, body)
      }
      bar.hidden = body.scrollWidth <= body.clientWidth + 1
      bar.style.setProperty('--whole', `${body.scrollWidth}px`)
      shade()
    }
    const follow = () => {
      bar.scrollLeft = body.scrollLeft
      shade()
    }
    const lead = () => {
      body.scrollLeft = bar.scrollLeft
    }
    const observer = new ResizeObserver(measure)
    observer.observe(body)
    body.addEventListener('scroll', follow, { passive: true })
    bar.addEventListener('scroll', lead, { passive: true })
    return () => {
      observer.disconnect()
      body.removeEventListener('scroll', follow)
      bar.removeEventListener('scroll', lead)
    }
  }, [frame])

  return (
    <div ref={ref} className={styles.bar} aria-hidden="true" tabIndex={-1} hidden>
      <div className={styles.whole} />
    </div>
  )
}

/** On a phone one would see no amount of the sheet: it begins where they do, beside what the rows are. */
function beginAtAmounts(around: Element, body: Element): void {
  const label = around.querySelector('[data-head] [data-width="label"]')?.getBoundingClientRect()
  const amount = around.querySelector('[data-head] [data-width="amount"]')?.getBoundingClientRect()
  if (!label || !amount || amount.right <= label.left + body.clientWidth) return
  body.scrollLeft = amount.left - label.right
}
