import {
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { Icon } from './Icon.tsx'
import styles from './MenuButton.module.css'
import { stepByKey } from './stepByKey.ts'

export interface MenuChoice {
  readonly label: string
  /** What it is for, in a few words under it. */
  readonly help?: string
  readonly keys?: string
  /** Absent for what is done and not chosen. */
  readonly chosen?: boolean
  readonly onChoose: () => void
}

/** Between a button and what floats under it. */
const gapPx = 4

interface MenuButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'type' | 'onClick' | 'style'> {
  /** Name of the button and of its menu. */
  readonly label: string
  /** What stands on the button. */
  readonly children: ReactNode
  /** Cannot be opened now, but keeps its place. */
  readonly resting?: boolean
  readonly choices: readonly MenuChoice[]
  /** Its menu lies on top of everything, also of what the button is scrolled in. */
  readonly floats?: boolean
  /** Of the element around the button and the menu, and of the menu, where they hang otherwise than below. */
  readonly frameClass?: string | undefined
  readonly menuClass?: string | undefined
}

/** A button that opens a menu: arrow keys, first letters and Esc as in any menu. */
export function MenuButton({
  label,
  children,
  resting = false,
  choices,
  floats = false,
  frameClass = '',
  menuClass = '',
  ...rest
}: MenuButtonProps) {
  const [open, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const menuId = useId()

  useEffect(() => {
    if (!open) return
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && !frame.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [open])

  function onKeyDown(event: KeyboardEvent) {
    if (!open) {
      if (event.key !== 'ArrowDown' || resting) return
      event.preventDefault()
      setOpen(true)
      return
    }
    event.stopPropagation()
    const items = [...(frame.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
    const target = stepByKey(items, event.key, 'ArrowUp', 'ArrowDown')
    if (target) {
      event.preventDefault()
      target.focus()
    } else if (event.key === 'Escape') {
      setOpen(false)
      button.current?.focus()
    } else if (event.key === 'Tab') setOpen(false)
    else {
      const letter = event.key.toLocaleLowerCase('sv')
      const at = (items as readonly unknown[]).indexOf(document.activeElement)
      const after = [...items.slice(at + 1), ...items.slice(0, at + 1)]
      after.find(item => item.textContent?.toLocaleLowerCase('sv').startsWith(letter))?.focus()
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it gathers the keys of the button and the menu inside
    <div ref={frame} className={`${styles.frame} ${frameClass}`} onKeyDown={onKeyDown}>
      <button
        {...rest}
        ref={button}
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        aria-disabled={resting || undefined}
        onClick={() => !resting && setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <Menu
          id={menuId}
          className={menuClass}
          label={label}
          choices={choices}
          under={floats ? button : null}
          onChosen={choice => {
            setOpen(false)
            // The menu goes away; what is chosen may take focus elsewhere.
            button.current?.focus()
            choice.onChoose()
          }}
        />
      )}
    </div>
  )
}

interface MenuProps {
  readonly id: string
  readonly className: string
  readonly label: string
  readonly choices: readonly MenuChoice[]
  /** The button it lies under, on top of everything; null where it hangs in the page. */
  readonly under: RefObject<HTMLElement | null> | null
  readonly onChosen: (choice: MenuChoice) => void
}

function Menu({ id, className, label, choices, under, onChosen }: MenuProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const items = list.current
    const place = under?.current?.getBoundingClientRect()
    if (items !== null && place) {
      items.showPopover()
      const { width, height } = items.getBoundingClientRect()
      const below = place.bottom + gapPx
      const top = below + height > window.innerHeight ? place.top - height - gapPx : below
      items.style.top = `${Math.max(0, top)}px`
      items.style.left = `${Math.max(0, Math.min(place.left, window.innerWidth - width - gapPx))}px`
    }
    const chosen = items?.querySelector<HTMLElement>('[aria-checked="true"]')
    ;(chosen ?? items?.querySelector<HTMLElement>('[role^="menuitem"]'))?.focus({
      preventScroll: under !== null,
    })
  }, [under])

  return (
    <div
      ref={list}
      id={id}
      className={`${styles.menu} ${className}`}
      role="menu"
      aria-label={label}
      popover={under === null ? undefined : 'manual'}
    >
      {choices.map(choice => (
        <button
          key={choice.label}
          type="button"
          className={styles.choice}
          {...(choice.chosen === undefined
            ? { role: 'menuitem' }
            : { role: 'menuitemradio', 'aria-checked': choice.chosen })}
          aria-keyshortcuts={choice.keys}
          tabIndex={-1}
          onClick={() => onChosen(choice)}
        >
          <span className={styles.mark}>{choice.chosen && <Icon name="check" />}</span>
          <span>
            <span>{choice.label}</span>
            {choice.help && <span className={styles.help}>{choice.help}</span>}
          </span>
          {choice.keys && <span className={styles.keys}>{choice.keys.replace('Control', 'Ctrl')}</span>}
        </button>
      ))}
    </div>
  )
}
