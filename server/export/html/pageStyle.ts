/** The looks of a page to read and to print: A4, black on white, nothing cut off however long a word is. */
export const pageStyle = `
@page { size: A4; margin: 18mm 16mm; }
@page wide { size: A4 landscape; margin: 14mm; }
.wide { page: wide; }
html { font: 11pt/1.45 "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #111; background: #fff; }
body { margin: 0; overflow-wrap: anywhere; hyphens: auto; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem; }
.wide main { max-width: 75rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 0.25rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 2rem 0 0.5rem; }
h3 { font-size: 1.1rem; line-height: 1.3; margin: 1.25rem 0 0.25rem; }
h4, h5 { font-size: 1rem; margin: 1rem 0 0.25rem; }
h1, h2, h3, h4, h5, caption { break-after: avoid; }
p { margin: 0 0 0.5rem; orphans: 2; widows: 2; }
a { color: #0b4a8f; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; margin: 0.75rem 0; }
dt { font-weight: 600; }
dd { margin: 0; }
dd p:last-child, th p:last-child, td p:last-child { margin-bottom: 0; }
ul, ol { margin: 0 0 0.5rem; padding-left: 1.6rem; }
li > p { margin: 0; }
blockquote { margin: 0 0 0.5rem; padding-left: 0.6rem; border-left: 3px solid #767676; color: #333; }
table { width: 100%; border-collapse: collapse; margin: 0.75rem 0 1.25rem; table-layout: fixed; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.3rem; }
caption h3 { margin: 0.5rem 0 0; }
th, td { border: 1px solid #767676; padding: 0.35rem 0.5rem; text-align: left; vertical-align: top; }
thead { display: table-header-group; }
thead th { background: #eee; }
.who { width: 5.5rem; }
.short { width: 11.5rem; }
.budget { table-layout: auto; font-size: 9pt; overflow-wrap: break-word; }
.budget tbody { break-inside: avoid; }
.budget .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.budget th[scope="row"] { font-weight: 400; }
.budget .sum > *, .budget .sum > th[scope], .budget [scope="rowgroup"] { font-weight: 600; background: #f5f5f5; }
.budget .part > th { background: #e5e5e5; }
figure { margin: 0.75rem 0; break-inside: avoid; }
figure img { max-width: 100%; max-height: 22cm; height: auto; }
figcaption { font-size: 0.95rem; }
.lead { font-size: 1.15rem; margin: 0 0 0.75rem; }
.note { border-top: 1px solid #767676; margin-top: 2rem; padding-top: 0.5rem; font-size: 0.95rem; color: #333; }
.empty { color: #555; }
.annex { break-before: page; }
.step-1 { margin-left: 1.6rem; } .step-2 { margin-left: 3.2rem; } .step-3 { margin-left: 4.8rem; }
.step-4 { margin-left: 6.4rem; } .step-5 { margin-left: 8rem; } .step-6 { margin-left: 9.6rem; }
.step-7 { margin-left: 11.2rem; } .step-8 { margin-left: 12.8rem; }
@media screen and (max-width: 40rem) {
  main { padding: 1rem; }
  dl { display: block; }
  th, td { padding: 0.25rem; }
  .who { width: 3.5rem; }
  .short { width: 28%; }
}
@media print { main, .wide main { max-width: none; padding: 0; } a { color: inherit; } }
`
