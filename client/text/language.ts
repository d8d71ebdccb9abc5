import type { Language } from './text.ts'

const key = 'samskriv.language'

/** The language this browser was last shown in; Swedish until somebody chooses. */
export function chosenLanguage(): Language {
  return localStorage.getItem(key) === 'en' ? 'en' : 'sv'
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(key, language)
}
