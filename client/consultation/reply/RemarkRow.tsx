import { useLayoutEffect, useRef, useState } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import { useFields } from '../../form/FieldsContext.ts'
import { itemPath } from '../../form/fieldPath.ts'
import { ProseField } from '../../form/fields/ProseField.tsx'
import { headingIn } from '../../form/headingIn.ts'
import { ItemRow } from '../../form/items/ItemRow.tsx'
import type { Row } from '../../form/items/ItemRows.ts'
import { numberOf, standing, steps } from '../../form/items/rowSteps.ts'
import type { ItemList } from '../../form/items/useItemList.ts'
import { useSharedProse, useSharedValue } from '../../form/useSharedValue.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './reply.module.css'
import { SectionField } from './SectionField.tsx'

interface RemarkRowProps {
  readonly row: Row
  readonly items: ItemList
  readonly form: FormTemplate
  readonly round: Round
}

/** One remark: what it is about, what the party thinks, and how it would have it written. */
export function RemarkRow({ row, items, form, round }: RemarkRowProps) {
  const { reply: words, form: formWords } = useText()
  const { section: root, mayWrite } = useFields()
  const path = (name: string) => itemPath(row.key, name)
  const section = useSharedValue(root, path('section'))
  const quote = useSharedValue(root, path('quote'))
  const wording = useSharedProse(root, path('wording'))
  const [hasWording, setHasWording] = useState(() => (wording?.length ?? 0) > 0)
  const isWorded = hasWording || (wording?.length ?? 0) > 0
  const wordingBox = useRef<HTMLDivElement>(null)
  const isAsked = useRef(false)
  // The button that was pressed goes away, so the field it brought takes its focus.
  useLayoutEffect(() => {
    if (!hasWording || !isAsked.current) return
    isAsked.current = false
    wordingBox.current?.querySelector('textarea')?.focus()
  }, [hasWording])
  const rows = standing(items.rows)
  const place = numberOf(items.rows, row)
  const about = typeof section === 'string' ? headingIn(form, section) : null
  const name = words.remarkAbout(place, about ?? words.wholeApplication)
  const move = (before: Row | null, to: number) =>
    items.move(row, before, formWords.moved(words.remarkNumber(place), to, rows.length))
  return (
    <ItemRow row={row} items={items} name={name} {...steps(rows, row, move)}>
      <div className={styles.remark}>
        <SectionField
          path={path('section')}
          label={`${words.remarkNumber(place)}, ${words.section}`}
          form={form}
          asked={round.sections}
        />
        {typeof quote === 'string' && quote !== '' && (
          <blockquote className={styles.quote}>
            <span className="sr-only">{words.quote} </span>
            {quote}
          </blockquote>
        )}
        <ProseField path={path('text')} label={words.text} labelPlace="above" lines={2} />
        {isWorded ? (
          <div ref={wordingBox}>
            <ProseField path={path('wording')} label={words.wording} labelPlace="above" lines={2} />
          </div>
        ) : (
          mayWrite && (
            <div className={styles.add}>
              <Button
                look="quiet"
                icon={<Icon name="add" />}
                onClick={() => {
                  isAsked.current = true
                  setHasWording(true)
                }}
              >
                {words.addWording}
              </Button>
            </div>
          )
        )}
      </div>
    </ItemRow>
  )
}
