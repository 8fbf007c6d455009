/** How the report looks, on a screen and on paper. It needs nothing from elsewhere. */
export const STYLE = `
:root { color-scheme: light; --ink: #1d2126; --soft: #5b646f; --line: #d4d9df; --warn: #8a3b12; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem; color: var(--ink); background: #fff;
  font: 16px/1.5 "Source Serif 4", Georgia, "Times New Roman", serif; }
h1, h2, h3, th, .meta, .mark { font-family: "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .5rem; padding-top: .5rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
p { margin: .25rem 0; }
a { color: inherit; overflow-wrap: anywhere; }
blockquote { margin: .25rem 0; padding-left: .75rem; border-left: 3px solid var(--line); overflow-wrap: anywhere; }
ol, ul { padding-left: 1.4rem; margin: .25rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .9rem; margin: .5rem 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.meta { color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
.mark { display: inline-block; font-size: .8rem; font-weight: 600; border: 1px solid currentcolor; border-radius: 3px;
  padding: 0 .4em; margin-right: .4em; white-space: nowrap; }
.open { color: var(--warn); }
.claim, .conflict { padding: .6rem 0; border-bottom: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
@page { size: A4; margin: 18mm 16mm 20mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 1.4rem; } h3 { font-size: 11pt; }
  h1, h2, h3 { break-after: avoid; }
  .claim { break-inside: avoid; padding: .35rem 0; }
  tr, blockquote, li { break-inside: avoid; }
  .claim p, .claim dl { margin: .1rem 0; }
  thead { display: table-header-group; }
  p, blockquote { orphans: 3; widows: 3; }
  nav { display: none; }
}
@media (max-width: 32rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .4rem; } }
`.trim();
