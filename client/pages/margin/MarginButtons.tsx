import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './Margin.module.css'
import { marginButtonId } from './MarginPanel.ts'
import type { Margin } from './useMargin.ts'

/** One button a panel, that shows it or puts it away. */
export function MarginButtons({ margin: { panels, shown, is, show, close } }: { readonly margin: Margin }) {
  if (panels.length === 0) return null
  return (
    <div className={styles.buttons}>
      {panels.map(panel => (
        <Button
          key={panel.key}
          id={marginButtonId(panel.key)}
          icon={<Icon name={panel.icon} />}
          aria-label={panel.buttonName}
          title={panel.buttonName}
          {...(is === 'drawer' ? { 'aria-haspopup': 'dialog' } : { 'aria-expanded': panel === shown })}
          onClick={() => (panel === shown ? close() : show(panel.key, 'enter'))}
        >
          {panel.count > 0 && <span aria-hidden="true">{panel.count}</span>}
        </Button>
      ))}
    </div>
  )
}
