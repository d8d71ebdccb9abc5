import type { PersonShown } from '../../shared/http/people.ts'
import { unlinkOpenIds } from '../http/people.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import styles from './people.module.css'
import { SendingFault } from './SendingFault.tsx'
import { useSending } from './useSending.ts'

interface UnlinkOpenIdProps {
  readonly person: PersonShown
  readonly onDone: (person: PersonShown) => void
}

/** Lets go of the account at her organisation by which somebody is known: it may have been replaced by another. */
export function UnlinkOpenId({ person, onDone }: UnlinkOpenIdProps) {
  const { admin } = useText()
  const sending = useSending()
  const unlink = () => sending.send(async () => onDone(await unlinkOpenIds(person.id)))
  return (
    <div className={styles.asked}>
      <p>{admin.unlinkMeans}</p>
      <Button onClick={() => void unlink()}>{admin.unlink}</Button>
      <SendingFault sending={sending} />
    </div>
  )
}
