import { createRoot } from 'react-dom/client'
import './ui/tokens.css'
import './ui/base.css'
import { App } from './App.tsx'

const place = document.getElementById('app')
if (place) createRoot(place).render(<App />)
