import { useEffect, useState } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'

/**
 * Key of the section that the reader is in: where focus last came, or, once she has scrolled on, the one across a
 * line a fourth down the window.
 */
export function useCurrentSection(form: FormTemplate): string | null {
  const [current, setCurrent] = useState(form.sections[0]?.key ?? null)
  useEffect(() => {
    const observer = new IntersectionObserver(
      entries => {
        const entered = entries.findLast(entry => entry.isIntersecting)
        if (entered) setCurrent(entered.target.id)
      },
      { rootMargin: '-25% 0px -74% 0px' },
    )
    const onFocus = (event: FocusEvent) => {
      if (event.currentTarget instanceof HTMLElement) setCurrent(event.currentTarget.id)
    }
    const watched = new Set<HTMLElement>()
    let frame = 0
    const watch = () => {
      for (const { key } of form.sections) {
        const element = document.getElementById(key)
        if (element === null || watched.has(element)) continue
        watched.add(element)
        observer.observe(element)
        element.addEventListener('focusin', onFocus)
      }
      // The lower ones come some frames later.
      if (watched.size < form.sections.length) frame = requestAnimationFrame(watch)
    }
    watch()
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      for (const element of watched) element.removeEventListener('focusin', onFocus)
    }
  }, [form])
  return current
}
