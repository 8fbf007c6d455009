/** How the report looks, on a screen and on paper. It needs nothing from elsewhere. */
export const STYLE = `
:root { color-scheme: light; --ink: #1d2126; --soft: #5b646f; --line: #d4d9df; --warn: #8a3b12; --paper: #fff; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --ink: #e9e6df; --soft: #a9a69e; --line: #383b3e; --warn: #eaa27c; --paper: #17191b; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem; color: var(--ink); background: var(--paper);
  font: 16px/1.5 "Source Serif 4", Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
h1, h2, h3, th, nav, .meta, .mark { font-family: "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: clamp(1.5rem, 1.1rem + 1.6vw, 1.9rem); line-height: 1.2; margin: 0 0 .25rem; text-wrap: balance; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .5rem; padding-top: .5rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.05rem; line-height: 1.35; margin: 1.5rem 0 .25rem; }
p { margin: .25rem 0; }
a { color: inherit; text-underline-offset: .15em; }
:focus-visible { outline: 2px solid currentcolor; outline-offset: 2px; }
nav { margin: .75rem 0; font-size: .95rem; }
nav a { display: inline-block; padding: .35rem 0; }
blockquote { margin: .25rem 0; padding-inline-start: .75rem; border-inline-start: 3px solid var(--line); white-space: pre-line; }
ol, ul { padding-inline-start: 1.4rem; margin: .25rem 0; }
dl { display: grid; grid-template-columns: fit-content(14rem) 1fr; gap: .1rem .9rem; margin: .5rem 0; }
dt { color: var(--soft); } dd { margin: 0; min-width: 0; }
.meta { color: var(--soft); font-size: .85rem; } .meta .meta { font-size: inherit; }
.mark { display: inline-block; font-size: .8rem; font-weight: 600; border: 1px solid currentcolor; border-radius: 3px;
  padding: 0 .4em; margin-inline-end: .4em; }
.open { color: var(--warn); }
.claim, .conflict { padding: .6rem 0; border-bottom: 1px solid var(--line); }
.conflict h3 { margin-top: .5rem; }
.said { margin: .5rem 0; padding-inline-start: .75rem; border-inline-start: 3px solid var(--line); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
.summary { max-width: 30rem; margin: 1rem 0; }
th, td { text-align: start; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); }
tbody th { font-weight: 400; }
.part th { padding-inline-start: 1.25rem; color: var(--soft); }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; overflow-wrap: normal; padding-right: 0; padding-left: .6rem; }
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #5b646f; } }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 1.4rem; } h3 { font-size: 11pt; }
  h1, h2, h3 { break-after: avoid; }
  .claim, .conflict { break-inside: avoid; padding: .35rem 0; }
  tr, blockquote, li { break-inside: avoid; }
  .claim p, .claim dl { margin: .1rem 0; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  p, blockquote { orphans: 3; widows: 3; }
  nav { display: none; }
}
@media (max-width: 32rem) {
  body { padding: 1.25rem 1rem; }
  dl { grid-template-columns: 1fr; } dt { margin-top: .4rem; }
  nav a { padding: .7rem 0; }
}
`.trim();
