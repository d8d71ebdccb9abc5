import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useText } from '../../text/useText.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { stepByKey } from '../../ui/stepByKey.ts'
import styles from './Margin.module.css'
import type { MarginPanel } from './MarginPanel.ts'
import type { Margin } from './useMargin.ts'

interface MarginColumnProps {
  readonly margin: Margin
}

/** The margin of an ansökan: a column right of the text, or a drawer above it. Nothing while no panel is shown. */
export function MarginColumn({ margin }: MarginColumnProps) {
  const { pages } = useText()
  const { shown, is, close } = margin
  if (shown === null) return null
  if (is === 'drawer') {
    return (
      <Dialog title={shown.title} closeWord={pages.close} place="end" onClose={close}>
        <Tabs margin={margin} shown={shown} />
      </Dialog>
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    // A question that a panel asks closes by itself.
    if (event.target instanceof Element && event.target.closest('dialog') !== null) return
    event.preventDefault()
    close()
  }
  return (
    // Esc closes it from wherever in it one is.
    <aside className={styles.column} aria-label={pages.margin} data-margin-column="" onKeyDown={onKeyDown}>
      <Tabs margin={margin} shown={shown} />
    </aside>
  )
}

interface TabsProps extends MarginColumnProps {
  readonly shown: MarginPanel
}

function Tabs({ margin: { panels, is, enters, show, close }, shown }: TabsProps) {
  const { pages } = useText()
  const id = useId()
  const tabs = useRef<HTMLDivElement>(null)
  // After the effects of the panel, which may have taken focus for something in it. A drawer that opens gives it to the
  // first tab, also when that is not the one that is shown.
  useEffect(() => {
    const frame = tabs.current?.parentElement?.parentElement
    const held = document.activeElement
    if (!enters || (frame?.contains(held) && held?.role !== 'tab')) return
    document.getElementById(`${id}-${shown.key}`)?.focus({ preventScroll: true })
  }, [enters, shown.key, id])

  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(tabs.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])]
    const target = stepByKey(items, event.key, 'ArrowLeft', 'ArrowRight')
    const panel = target && panels[items.indexOf(target)]
    if (!target || !panel) return
    event.preventDefault()
    target.focus()
    show(panel.key, 'enter')
  }
  return (
    <>
      <div className={styles.head}>
        <div
          ref={tabs}
          role="tablist"
          aria-label={pages.margin}
          className={styles.tabs}
          onKeyDown={onKeyDown}
        >
          {panels.map(panel => (
            <button
              key={panel.key}
              type="button"
              role="tab"
              id={`${id}-${panel.key}`}
              className={styles.tab}
              aria-selected={panel === shown}
              aria-controls={panel === shown ? `${id}-panel` : undefined}
              tabIndex={panel === shown ? 0 : -1}
              onClick={() => show(panel.key, 'enter')}
            >
              {panel.title}
            </button>
          ))}
        </div>
        {is === 'column' && <IconButton label={pages.close} icon={<Icon name="close" />} onClick={close} />}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${shown.key}`}
        className={styles.panel}
        data-tall={is === 'column' ? shown.tall : 'drawer'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also where nothing in it takes focus
        tabIndex={0}
      >
        {shown.draw({ is, close })}
      </div>
    </>
  )
}
