import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import './ui/tokens.css'
import './ui/base.css'
import { App } from './App.tsx'
import { watchLinkSecrets } from './people/linkSecret.ts'

// The content security policy forbids code made from strings, which zod would otherwise try first.
config({ jitless: true })

watchLinkSecrets()

const place = document.getElementById('app')
if (place) createRoot(place).render(<App />)
