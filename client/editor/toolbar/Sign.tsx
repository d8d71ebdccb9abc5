/** Drawn on 20 by 20, in lines of 1.5 in the colour of the text. */
const signs = {
  bold: 'M6.5 4.5h4.2a2.7 2.7 0 0 1 0 5.5H6.5zM6.5 10h5a2.8 2.8 0 0 1 0 5.5h-5z',
  italic: 'M8.5 4.5h5M6.5 15.5h5M11.5 4.5l-3 11',
  bullet: 'M8 5.5h8M8 10h8M8 14.5h8M4.2 5.5h.01M4.2 10h.01M4.2 14.5h.01',
  number: 'M9 5.5h7M9 10h7M9 14.5h7M4 4.2l1-.7v3.6M3.7 12.6c.3-.7 2.1-.9 2.1.3 0 1-2.1 1.5-2.1 2.6h2.2',
  indent: 'M4 4.5h12M10 8.2h6M10 11.8h6M4 15.5h12M4 8l2.2 2L4 12',
  outdent: 'M4 4.5h12M10 8.2h6M10 11.8h6M4 15.5h12M6.4 8l-2.2 2 2.2 2',
  link: 'M8.6 11.4a2.8 2.8 0 0 0 4 0l2.6-2.6a2.8 2.8 0 0 0-4-4l-.9.9M11.4 8.6a2.8 2.8 0 0 0-4 0l-2.6 2.6a2.8 2.8 0 0 0 4 4l.9-.9',
  footnote: 'M3.5 7h7M3.5 10.5h7M3.5 14h4.5M13.6 5.2l1.5-1.2v6',
  figure: 'M4 4.5h12v11H4zM4 13l3.6-3.4 2.7 2.5 2-1.8 3.7 3.2M12.7 7.6h.01',
  budgetFigure: 'M4 5.5v9M9 8.5l-4.8 3.2M6 10.5l3.3 4M11.5 8.5v6M11.5 10.6c.4-1.4 1.5-2.1 2.9-2.1',
  table: 'M3.5 4.5h13v11h-13zM3.5 8.2h13M3.5 11.9h13M8 8.2v7.3M12.2 8.2v7.3',
  undo: 'M7.2 4.2 4 7.4l3.2 3.2M4.3 7.4h7.2a4 4 0 0 1 0 8H8.2',
  redo: 'M12.8 4.2 16 7.4l-3.2 3.2M15.7 7.4H8.5a4 4 0 0 0 0 8h3.3',
  comment: 'M4 5h12v8.5h-6L6.5 16v-2.5H4zM7 8h6M7 10.5h4',
  more: 'M6.5 8.5 10 12l3.5-3.5',
} as const

export type SignName = keyof typeof signs

/** Decorative: what it stands for is said in words beside it. */
export function Sign({ name }: { readonly name: SignName }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path
        d={signs[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
