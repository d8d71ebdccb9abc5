import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import './ui/tokens.css'
import './ui/base.css'
import { App } from './App.tsx'

// The content security policy forbids code made from strings, which zod would otherwise try first.
config({ jitless: true })

const place = document.getElementById('app')
if (place) createRoot(place).render(<App />)
