import { useState } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { BesideForm } from '../form/BesideForm.ts'
import { ContentsTree, type SectionMark } from '../form/ContentsTree.tsx'
import type { LiveDocument } from '../sync/LiveDocument.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './ContentsDrawer.module.css'

interface ContentsDrawerProps {
  readonly form: FormTemplate
  readonly live: LiveDocument | null
  readonly marks?: ReadonlyMap<string, SectionMark>
  /** What the page draws beside the headings. */
  readonly beside?: BesideForm
}

/** The contents on a narrow screen, where they do not fit beside the sheet. */
export function ContentsDrawer({ form, live, marks, beside }: ContentsDrawerProps) {
  const { pages } = useText()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.drawer}>
      <Button icon={<Icon name="list" />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {pages.contents}
      </Button>
      {open && (
        <Dialog title={pages.contents} closeWord={pages.close} place="side" onClose={() => setOpen(false)}>
          <ContentsTree
            form={form}
            live={live}
            {...(marks ? { marks } : {})}
            {...(beside ? { beside } : {})}
            onGo={() => setOpen(false)}
          />
        </Dialog>
      )}
    </div>
  )
}
