import { useState } from 'react'
import { itemsIn } from '../../../shared/document/items.ts'
import { placeOfDate } from '../../../shared/document/placeOfDate.ts'
import type { FieldShape } from '../../../shared/document/roots.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useNotices } from '../../ui/notices.ts'
import { useFields, useOpenFields } from '../FieldsContext.ts'
import { addItem } from '../items/items.ts'
import { MeetingDialog } from './MeetingDialog.tsx'

/** *Lägg till möte*: an ordinary line of the log, put in its place by date. */
export function MeetingButton({ shapes }: { readonly shapes: Readonly<Record<string, FieldShape>> }) {
  const { live } = useOpenFields()
  const { section } = useFields()
  const text = useText().form
  const notices = useNotices()
  const [isAsking, setIsAsking] = useState(false)
  const add = (on: string, words: string) => {
    const key = addItem(
      live.doc,
      section,
      shapes,
      { on },
      { prose: { text: words }, placeAmong: others => placeOfDate(others, on) },
    )
    setIsAsking(false)
    const place = itemsIn(live.doc.getMap(section)).findIndex(item => item.key === key) + 1
    notices.toast(text.meetingAdded(place))
  }
  return (
    <>
      <Button
        look="quiet"
        icon={<Icon name="people" />}
        aria-haspopup="dialog"
        onClick={() => setIsAsking(true)}
      >
        {text.addMeeting}
      </Button>
      {isAsking && <MeetingDialog onAdd={add} onClose={() => setIsAsking(false)} />}
    </>
  )
}
