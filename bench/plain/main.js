import { Editor } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import './style.css'

// The floor: a list of documents, and one Tiptap editor with the starter kit for the whole text of the one that is
// clicked. No framework, no colleagues, nothing is saved.
const app = document.getElementById('app')

async function showList() {
  const { applications } = await fetchJson('/list.json')
  app.replaceChildren(...applications.map(card))
}

function card({ id, name, ownerOrganisation, partnerOrganisations, createdAt }) {
  const link = element('a', name || 'Utan namn')
  link.href = `/${id}`
  link.addEventListener('click', event => {
    event.preventDefault()
    history.pushState(null, '', link.href)
    void open(id)
  })
  const heading = element('h2')
  heading.append(link)
  const facts = element('dl')
  const parties = [ownerOrganisation, ...partnerOrganisations].filter(Boolean).join(', ')
  for (const [term, fact] of Object.entries({ Läge: 'Utkast', Parter: parties, Startad: createdAt })) {
    facts.append(element('dt', term), element('dd', fact))
  }
  const article = element('article')
  article.append(heading, facts)
  return article
}

async function open(id) {
  const content = await fetchJson(`/documents/${id}.json`)
  app.replaceChildren()
  window.plainEditor = new Editor({ element: app, extensions: [StarterKit, TableKit], content })
}

async function fetchJson(address) {
  const answer = await fetch(address)
  return await answer.json()
}

function element(name, text = '') {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

void showList()
