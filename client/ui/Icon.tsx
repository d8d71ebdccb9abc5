import styles from './Icon.module.css'

const paths = {
  add: 'M8 3v10M3 8h10',
  minus: 'M3.5 8h9',
  up: 'M8 13V3.5M3.8 7.2 8 3l4.2 4.2',
  down: 'M8 3v9.5M3.8 8.8 8 13l4.2-4.2',
  remove: 'M3 4.5h10M6.5 4.2V2.8h3v1.4M4.3 4.5l.6 8.7h6.2l.6-8.7M6.8 7v3.8M9.2 7v3.8',
  undo: 'M6.2 3 3 6.2l3.2 3.2M3.2 6.2h6a3.4 3.4 0 0 1 0 6.8H6.5',
  close: 'M4 4l8 8M12 4l-8 8',
  lock: 'M4.5 7.2h7a.8.8 0 0 1 .8.8v4.7a.8.8 0 0 1-.8.8h-7a.8.8 0 0 1-.8-.8V8a.8.8 0 0 1 .8-.8M5.4 7.2V5.4a2.6 2.6 0 0 1 5.2 0v1.8',
  list: 'M6 4h7.5M6 8h7.5M6 12h7.5M2.8 4h.01M2.8 8h.01M2.8 12h.01',
  divide: 'M2.5 8h3.2M5.7 8l3-4.2h4.5M5.7 8h7.5M5.7 8l3 4.2h4.5',
  sort: 'M5 3v9.8M2.5 10.3 5 12.8l2.5-2.5M9 4h5M9 8h3.8M9 12h2.5',
  turn: 'M6 3.5 10.5 8 6 12.5',
  dots: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  more: 'M4 6.5 8 10.5l4-4',
  bell: 'M3.2 11.6h9.6l-1.2-1.7V7a3.6 3.6 0 0 0-7.2 0v2.9zM6.6 13.6a1.6 1.6 0 0 0 2.8 0',
  check: 'M3 8.5 6.5 12 13 4.5',
  comment:
    'M3 3.5h10a.8.8 0 0 1 .8.8v6a.8.8 0 0 1-.8.8H8l-3 2.6v-2.6H3a.8.8 0 0 1-.8-.8v-6a.8.8 0 0 1 .8-.8M5 6.2h6M5 8.5h4',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  clock: 'M8 2.6a5.4 5.4 0 1 0 0 10.8 5.4 5.4 0 0 0 0-10.8M8 5v3.2l2 1.4',
  people:
    'M6.2 7.4a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4M2 13c0-2.4 1.9-4 4.2-4s4.2 1.6 4.2 4M10.6 3.3a2.1 2.1 0 0 1 0 4M12 9.4c1.3.5 2 1.7 2 3.6',
  send: 'M13.6 2.4 2.4 6.9l4.6 2.1 2.1 4.6zM7 9l3.2-3.2',
  link: 'M6.7 9.3a2.8 2.8 0 0 0 4 0l2-2a2.8 2.8 0 0 0-4-4l-.8.8M9.3 6.7a2.8 2.8 0 0 0-4 0l-2 2a2.8 2.8 0 0 0 4 4l.8-.8',
  fault: 'M5.5 2.4h5l3.1 3.1v5l-3.1 3.1h-5l-3.1-3.1v-5zM8 5v3.6M8 10.9h.01',
  warning: 'M8 2.6 14 13H2zM8 6.4v3M8 11.2h.01',
} as const

export type IconName = keyof typeof paths

/** A sign beside words or in a labelled button; hidden from those who listen. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
