import { Button } from '../ui/Button.tsx'

interface LineButtonProps {
  /** Key of the section. */
  readonly section: string
  /** Read aloud, with the section in it. */
  readonly name: string
  readonly onPress: () => void
  readonly children: string
}

/** Opens a section again from the line under its heading. It goes away with that line. */
export function LineButton({ section, name, onPress, children }: LineButtonProps) {
  return (
    <Button
      look="quiet"
      aria-label={name}
      onClick={() => {
        // The button goes away; whoever uses the keyboard goes on at the heading.
        document.getElementById(`${section}-heading`)?.focus({ preventScroll: true })
        onPress()
      }}
    >
      {children}
    </Button>
  )
}
