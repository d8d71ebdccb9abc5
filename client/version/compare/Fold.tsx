import { type ReactNode, useId, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './comparison.module.css'

interface FoldProps {
  readonly show: string
  readonly hide: string
  readonly children: ReactNode
}

/** What has not changed, put away until somebody asks for it; on paper it is all there. */
export function Fold({ show, hide, children }: FoldProps) {
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <div className={styles.foldButton}>
        <Button
          look="quiet"
          icon={<Icon name={isOpen ? 'more' : 'turn'} />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? hide : show}
        </Button>
      </div>
      <div id={id} className={styles.fold} data-open={isOpen || undefined}>
        {children}
      </div>
    </>
  )
}
