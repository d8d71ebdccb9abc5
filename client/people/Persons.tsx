import { type FormEvent, useState } from 'react'
import type { PersonShown, PersonsAnswer, SuccessorsAnswer } from '../../shared/http/people.ts'
import { listSuccessors, reactivatePerson, searchPersons } from '../http/people.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { useNotices } from '../ui/notices.ts'
import { LeavingDialog } from './LeavingDialog.tsx'
import { LineField } from './LineField.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import styles from './people.module.css'
import { SendingFault } from './SendingFault.tsx'
import { SuccessorDialog } from './SuccessorDialog.tsx'
import { useSending } from './useSending.ts'

type Asked =
  | { readonly is: 'change'; readonly person: PersonShown | null }
  | { readonly is: 'leaving' | 'left'; readonly person: PersonShown; readonly succession: SuccessorsAnswer }

interface PersonsProps {
  /** Those found for no words: everybody, or the first of them. */
  readonly first: PersonsAnswer
  /** Somebody has been added, has left or come back. */
  readonly onChanged: () => void
}

/** Everybody the program knows: found by name, title or address; changed, let go, and let in again. */
export function Persons({ first, onChanged }: PersonsProps) {
  const text = useText()
  const { admin } = text
  const notices = useNotices()
  const [found, setFound] = useState(first)
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState<Asked | null>(null)
  const sending = useSending()
  /** Id of the person whose button was pressed last: what went wrong stands beside it. */
  const [pressed, setPressed] = useState('')

  const search = async (event?: FormEvent) => {
    event?.preventDefault()
    try {
      setFound(await searchPersons(words.trim()))
    } catch (fault) {
      notices.toast(problemWords(text, fault))
    }
  }
  const done = (said: string) => {
    setAsked(null)
    notices.toast(said)
    onChanged()
    void search()
  }
  const letIn = (person: PersonShown) => {
    setPressed(person.id)
    return sending.send(async () => {
      await reactivatePerson(person.id)
      done(admin.reactivated(person.name))
    })
  }
  const askSuccessor = (is: 'leaving' | 'left', person: PersonShown) => {
    setPressed(person.id)
    return sending.send(async () => setAsked({ is, person, succession: await listSuccessors(person.id) }))
  }

  return (
    <>
      <search className={styles.search}>
        <form onSubmit={event => void search(event)}>
          <LineField type="search" label={admin.search} value={words} onChange={setWords} />
          <Button type="submit">{admin.doSearch}</Button>
        </form>
      </search>
      <p role="status" className={styles.help}>
        {admin.found(found.persons.length, found.more)}
      </p>
      <ul className={styles.rows}>
        {found.persons.map(person => (
          <li key={person.id}>
            <div>
              <PersonFacts person={person} />
              {pressed === person.id && <SendingFault sending={sending} />}
            </div>
            <div className={styles.actions}>
              <Button
                aria-label={admin.changeOf(person.name)}
                onClick={() => setAsked({ is: 'change', person })}
              >
                {admin.change}
              </Button>
              {person.deactivatedAt === null ? (
                <Button
                  aria-label={admin.deactivateOf(person.name)}
                  onClick={() => void askSuccessor('leaving', person)}
                >
                  {admin.deactivate}
                </Button>
              ) : (
                <Button aria-label={admin.reactivateOf(person.name)} onClick={() => void letIn(person)}>
                  {admin.reactivate}
                </Button>
              )}
              {isOwing(person) && (
                <Button
                  aria-label={admin.nameSuccessorOf(person.name)}
                  onClick={() => void askSuccessor('left', person)}
                >
                  {admin.nameSuccessor}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <Button onClick={() => setAsked({ is: 'change', person: null })}>{admin.addPerson}</Button>
      {asked?.is === 'change' && (
        <PersonDialog
          person={asked.person}
          onClose={() => setAsked(null)}
          onAdded={({ person, isTold }) =>
            done(
              isTold
                ? admin.personAdded(person.name, person.address ?? '')
                : admin.personNotTold(person.name),
            )
          }
          onSaved={person => done(admin.personSaved(person.name))}
          onUnlinked={person => done(admin.unlinked(person.name))}
        />
      )}
      {asked?.is === 'leaving' && (
        <LeavingDialog
          person={asked.person}
          succession={asked.succession}
          onClose={() => setAsked(null)}
          onDone={person => done(admin.deactivated(person.name))}
        />
      )}
      {asked?.is === 'left' && (
        <SuccessorDialog
          person={asked.person}
          succession={asked.succession}
          onClose={() => setAsked(null)}
          onDone={name => done(admin.successorNamed(name))}
        />
      )}
    </>
  )
}

/** She has left, and nobody has taken over what she answered for. */
function isOwing({ deactivatedAt, ownsAlone }: PersonShown): boolean {
  return deactivatedAt !== null && ownsAlone > 0
}

function PersonFacts({ person }: { readonly person: PersonShown }) {
  const { admin } = useText()
  const { address, deactivatedAt, isAdministrator, isGuest, name, parties, shownAs, title } = person
  const party = parties.map(({ shortName }) => shortName).join(', ')
  return (
    <div>
      <h3>
        {name}
        {isAdministrator && <span className={styles.mark}>{admin.administrator}</span>}
        {isGuest && <span className={styles.mark}>{admin.guest}</span>}
        {deactivatedAt !== null && <span className={styles.mark}>{admin.hasLeft}</span>}
      </h3>
      <p className={styles.help}>{[title, party].filter(Boolean).join(', ')}</p>
      {address && <p className={styles.help}>{address}</p>}
      {deactivatedAt !== null && shownAs === 'former' && (
        <p className={styles.help}>{admin.isShownAs(admin.former(parties[0]?.shortName ?? null))}</p>
      )}
      {isOwing(person) && <p className={styles.fault}>{admin.nobodyOwns(person.ownsAlone)}</p>}
    </div>
  )
}
