import { Component, type ReactNode } from 'react'

interface FaultBoundaryProps {
  /** Drawn in place of what could not be drawn. `again` tries once more. */
  readonly instead: (again: () => void) => ReactNode
  readonly children: ReactNode
}

/** Keeps a part of the page that cannot be drawn from taking the rest, and what is typed there, with it. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed
      ? this.props.instead(() => this.setState({ failed: false }))
      : this.props.children
  }
}
