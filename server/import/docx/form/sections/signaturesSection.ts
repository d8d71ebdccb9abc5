import type {
  PartyContent,
  SectionContent,
  SignatureContent,
} from '../../../../../shared/document/filledForm.ts'
import type { SignaturesSection } from '../../../../../shared/form/FormTemplate.ts'
import type { ReadNote } from '../../../../../shared/import/ReadForm.ts'
import { formWords } from '../../../../export/words.ts'
import type { WordPart } from '../../word/WordContent.ts'
import { distance, foldedWords, tolerance } from '../letters.ts'
import { note } from '../note.ts'
import { type ReadSignature, readSignatures } from '../readSignatures.ts'
import { blockOf, type Line, linesOf } from '../text/linesOf.ts'
import { type ContentOf, type Loose, loose, type SectionRead, type SectionReading } from './SectionRead.ts'

/** Longest value (`roots.ts`). */
const longest = 500

/**
 * Who signs for each party. The day of signing is not taken: it is of that paper, and the new ansökan is to be signed anew.
 * A party is found by the name of its organisation, or by its place where no name says it.
 */
export function signaturesSection(
  { layout, heading }: SignaturesSection,
  parts: readonly WordPart[],
  { template, sections }: SectionReading,
): SectionRead<ContentOf<'signatures'>> {
  const parties = partiesOf(sections)
  const name = sections.name?.kind === 'text' ? (sections.name.value ?? '') : ''
  const { lines, figures } = linesOf(parts)
  const known = new Set(
    [layout.note ?? '', name, `${formWords.nameOfInsats} ${name}`, heading, `${heading} (*)`].map(
      foldedWords,
    ),
  )
  const isOwn = ({ text }: Line) => text === '' || known.has(foldedWords(text)) || afterHeading.test(text)
  const organisations = parties.map(({ organisation }) => organisation ?? '').filter(text => text !== '')
  const read = readSignatures(
    lines.filter(line => !isOwn(line)),
    organisations,
  )
  const signatures = new Map<number, SignatureContent>()
  const notes: ReadNote[] = lines
    .filter(({ text }) => afterHeading.test(text) && !isTitle(text, template.title))
    .map(({ text }) => note('titleDiffers', text))
  const left: Loose[] = []
  const days: string[] = []
  for (const [place, signature] of read.signatures.entries()) {
    const party = partyOf(signature, parties, place, signatures)
    if (party === null && isBlank(signature)) continue
    if (party === null) {
      notes.push(note('partyGuessed', signature.organisation))
      left.push(...loose('doesNotFit', signature.lines.map(blockOf)))
      continue
    }
    if (signature.organisation !== '' && !isNamed(parties[party], signature.organisation)) {
      notes.push(note('partyGuessed', signature.organisation))
    }
    const { content, others } = withValues(party, signatures.get(party), signature)
    if (Object.values(content).some((value, at) => at > 0 && value !== null)) signatures.set(party, content)
    if (signature.date !== '') days.push(signature.date)
    left.push(
      ...[...others, ...signature.others].flatMap(text =>
        loose('doesNotFit', [{ type: 'paragraph', content: [{ type: 'text', text }] }]),
      ),
    )
  }
  return {
    content: {
      kind: 'signatures',
      parties: [...signatures].sort(([one], [other]) => one - other).map(([, content]) => content),
    },
    notes:
      days.length > 0
        ? [...notes, { kind: 'signaturesNotTaken' as const, said: [...new Set(days)].join(', ') }]
        : notes,
    loose: [...left, ...loose('unknownLabel', read.others.map(blockOf)), ...loose('doesNotFit', figures)],
  }
}

/** A table that nobody has written in. */
function isBlank({ organisation, date, name, clarification, email }: ReadSignature): boolean {
  return [organisation, date, name, clarification, email].every(value => value === '')
}

/** The title of the ansökan, which stands after the heading on each page: `Underskrifter (*) – Ansökan om …`. */
const afterHeading = /^[-–—]\s*\p{Lu}/u

function isTitle(text: string, title: string): boolean {
  return foldedWords(text.replace(/^[-–—]\s*/, '')) === foldedWords(title)
}

/** The owner and the partners, in the order in which they sign. */
function partiesOf(sections: Readonly<Record<string, SectionContent>>): readonly PartyContent[] {
  const contents = Object.values(sections).filter(content => content.kind === 'parties')
  const owner = contents.find(content => content.role === 'owner')
  const partners = contents.find(content => content.role === 'partner')
  return [...(owner ? [owner] : []), ...(partners?.items ?? [])]
}

/** Place of the party among those who sign; null when it is none of them. */
function partyOf(
  { organisation, isOwner }: ReadSignature,
  parties: readonly PartyContent[],
  place: number,
  signed: ReadonlyMap<number, SignatureContent>,
): number | null {
  const named = [...parties.keys()].filter(at => isNamed(parties[at], organisation))
  const byName = named.find(at => at === place) ?? named.find(at => !signed.has(at)) ?? named[0]
  if (byName !== undefined) return byName
  const isUnnamed = organisation === '' || organisation === formWords.unnamedParty
  if (isUnnamed && isOwner === true && !signed.has(0)) return 0
  // What signs under a name of its own is the party of that place only while that has none.
  const atPlace = parties[place]
  return atPlace && !signed.has(place) && (isUnnamed || atPlace.organisation === null) ? place : null
}

function isNamed(party: PartyContent | undefined, organisation: string): boolean {
  const name = foldedWords(party?.organisation ?? '')
  const most = tolerance(name.length)
  return name !== '' && distance(name, foldedWords(organisation), most) <= most
}

/** What one more table says of a party; what does not fit, or is another answer than before, is among `others`. */
function withValues(
  party: number,
  before: SignatureContent | undefined,
  { name, clarification, email }: ReadSignature,
): { readonly content: SignatureContent; readonly others: readonly string[] } {
  const others: string[] = []
  const value = (said: string, known: string | null | undefined) => {
    const taken = said === '' || said.length > longest ? null : said
    if (said !== '' && (taken === null || (known && known !== taken))) others.push(said)
    return known ?? taken
  }
  return {
    content: {
      party: party === 0 ? 'owner' : party - 1,
      date: null,
      name: value(name, before?.name),
      clarification: value(clarification, before?.clarification),
      email: value(email, before?.email),
    },
    others,
  }
}
