import { useRef, useState } from 'react'
import { attachmentMaxBytes, attachmentsMost } from '../../../shared/http/replies.ts'
import { useFields, useOpenFields } from '../../form/FieldsContext.ts'
import { ItemRow } from '../../form/items/ItemRow.tsx'
import type { Row } from '../../form/items/ItemRows.ts'
import itemStyles from '../../form/items/items.module.css'
import { addItem } from '../../form/items/items.ts'
import { standing, steps } from '../../form/items/rowSteps.ts'
import { type ItemList, useItemList } from '../../form/items/useItemList.ts'
import { attachmentAddress, uploadAttachment } from '../../http/consultation.ts'
import { problemWords } from '../../text/problemWords.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useNotices } from '../../ui/notices.ts'
import { StatusLine } from '../../ui/StatusLine.tsx'
import { itemShapes } from './gathering.ts'
import styles from './reply.module.css'

interface AttachmentListProps {
  readonly applicationId: string
  readonly round: number
  readonly partyId: string
}

const shapes = itemShapes('attachments')

/** The files that go with an answer. A file stands in the answer when the server has its bytes. */
export function AttachmentList({ applicationId, round, partyId }: AttachmentListProps) {
  const text = useText()
  const { reply: words } = text
  const notices = useNotices()
  const { live } = useOpenFields()
  const { mayWrite } = useFields()
  const items = useItemList()
  const input = useRef<HTMLInputElement>(null)
  const [uploading, setUploading] = useState<string | null>(null)
  const [faults, setFaults] = useState<readonly string[]>([])
  const rows = standing(items.rows)

  const whyNot = (file: File, place: number): string | null => {
    if (place >= attachmentsMost) return words.tooMany(attachmentsMost)
    if (file.size > attachmentMaxBytes) return words.tooLarge(file.name, words.size(attachmentMaxBytes))
    return file.size === 0 ? words.emptyFile(file.name) : null
  }
  const add = async (files: readonly File[]) => {
    const wrong: string[] = []
    let count = rows.length
    for (const file of files) {
      const why = whyNot(file, count)
      if (why !== null) {
        wrong.push(why)
        continue
      }
      setUploading(file.name)
      try {
        const { hash, name, sizeBytes } = await uploadAttachment(applicationId, round, file)
        addItem(live.doc, 'attachments', shapes, { name, hash, sizeBytes })
        count += 1
        notices.announce(words.uploaded(file.name))
      } catch (fault) {
        wrong.push(words.notUploaded(file.name, problemWords(text, fault)))
      }
    }
    setUploading(null)
    setFaults(wrong)
  }

  return (
    <>
      <div ref={items.list} className={itemStyles.list} data-tools="inside">
        {items.rows.map(row => (
          <AttachmentRow
            key={row.key}
            row={row}
            items={items}
            addressOf={hash => attachmentAddress(applicationId, round, partyId, hash)}
          />
        ))}
      </div>
      {mayWrite ? (
        <div className={itemStyles.under}>
          <Button look="quiet" icon={<Icon name="add" />} onClick={() => input.current?.click()}>
            {words.addAttachment}
          </Button>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={words.addAttachment}
            onChange={({ target }) => {
              void add([...(target.files ?? [])])
              target.value = ''
            }}
          />
        </div>
      ) : (
        rows.length === 0 && <p className={itemStyles.none}>–</p>
      )}
      <StatusLine>{uploading === null ? '' : words.uploading(uploading)}</StatusLine>
      {faults.length > 0 && (
        <ul role="alert" className={styles.fault}>
          {faults.map(fault => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
    </>
  )
}

interface AttachmentRowProps {
  readonly row: Row
  readonly items: ItemList
  readonly addressOf: (hash: string) => string
}

function AttachmentRow({ row, items, addressOf }: AttachmentRowProps) {
  const { reply: words, form } = useText()
  const rows = standing(items.rows)
  const [name, hash, sizeBytes] = ['name', 'hash', 'sizeBytes'].map(key => row.map.get(key))
  const called = words.attachment(String(name))
  const move = (before: Row | null, to: number) =>
    items.move(row, before, form.moved(called, to, rows.length))
  return (
    <ItemRow row={row} items={items} name={called} {...steps(rows, row, move)}>
      <p className={styles.file}>
        <a href={addressOf(String(hash))} download={String(name)}>
          {String(name)}
        </a>{' '}
        <span className={styles.soft}>{words.size(Number(sizeBytes))}</span>
      </p>
    </ItemRow>
  )
}
