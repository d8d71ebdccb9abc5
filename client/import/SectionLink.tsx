import type { ReactNode } from 'react'

interface SectionLinkProps {
  /** Key of a section of the form that is drawn on the page. */
  readonly section: string
  readonly children: ReactNode
}

/** Leads to a section of the form below. It leaves no step in the history: back leaves the page, which asks first. */
export function SectionLink({ section, children }: SectionLinkProps) {
  return (
    <a
      href={`#${section}`}
      onClick={event => {
        event.preventDefault()
        goToSection(section)
      }}
    >
      {children}
    </a>
  )
}

function goToSection(section: string): void {
  document.getElementById(`${section}-heading`)?.focus({ preventScroll: true })
  document.getElementById(section)?.scrollIntoView({ block: 'start' })
}
