import { createContext, useContext } from 'react'
import { type Text, texts } from './text.ts'

export const TextContext = createContext<Text>(texts.sv)

/** The words of the chosen language, by room: `useText().form.addGoal`. */
export function useText(): Text {
  return useContext(TextContext)
}
