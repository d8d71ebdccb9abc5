import { useEffect, useState } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'

/** Key of the section that the reader has before her: the one across a line a fourth down the window. */
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
    for (const section of form.sections) {
      const element = document.getElementById(section.key)
      if (element !== null) observer.observe(element)
    }
    return () => observer.disconnect()
  }, [form])
  return current
}
