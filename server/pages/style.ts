import { Html } from './html.ts';

/** How the page looks; no face is fetched. */
export const STYLE = new Html(`
:root { --ink: #1b1d1f; --soft: #55595e; --paper: #fdfcf9; --line: #d9d5cb; --wash: #f3f0e8; --accent: #1f5f7a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e6df; --soft: #a9a69e; --paper: #17191b; --line: #383b3e; --wash: #212427; --accent: #7cc0dd; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; display: grid; grid-template: auto 1fr / 17rem minmax(0, 1fr); color: var(--ink); background: var(--paper);
  font: 1rem/1.55 'Source Sans 3 Variable', 'Source Sans 3', system-ui, sans-serif; }
header { grid-column: 1 / -1; padding: 1.5rem 2rem 1rem; border-bottom: 1px solid var(--line); }
header p { max-width: 70ch; margin: .4rem 0 0; color: var(--soft); }
h1, h2, h3 { font-family: 'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif; line-height: 1.25; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.35rem; margin: 2rem 0 .5rem; text-transform: capitalize; }
h3 { font-size: 1.05rem; margin: 0; overflow-wrap: anywhere; }
h4 { font-size: .85rem; margin: 1rem 0 .25rem; color: var(--soft); }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding: 1rem 1rem 2rem 2rem; font-size: .9rem; }
nav ul { list-style: none; margin: 0 0 .75rem; padding: 0; }
nav a { display: block; padding: .1rem 0; text-decoration: none; overflow-wrap: anywhere; }
nav a:hover { text-decoration: underline; }
main { padding: 0 2rem 4rem; max-width: 62rem; }
article { padding: 1.25rem 0; border-top: 1px solid var(--line); }
article:target { box-shadow: -4px 0 0 var(--accent); padding-left: 1rem; }
article > p { margin: .35rem 0; max-width: 75ch; }
code, pre, .method { font-family: 'Source Code Pro Variable', 'Source Code Pro', ui-monospace, monospace; font-size: .875em; }
.method { display: inline-block; min-width: 3.4em; text-transform: uppercase; color: var(--soft); font-weight: 600; }
pre { margin: 0; padding: .6rem .8rem; background: var(--wash); border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: .75rem 0; width: 100%; font-size: .95rem; }
caption { text-align: left; font-size: .85rem; color: var(--soft); font-weight: 600; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-top: 1px solid var(--line); font-weight: 400; }
thead th { font-size: .85rem; color: var(--soft); border: 0; }
.members { margin: .25rem 0 .25rem .25rem; padding-left: .75rem; border-left: 2px solid var(--line); }
.members > div { display: flex; gap: .75rem; flex-wrap: wrap; }
.members dt { flex: none; }
.members dd { margin: 0; flex: 1 1 6rem; min-width: 0; }
dd > p { margin: 0; max-width: 75ch; }
.members > div + div { margin-top: .2rem; }
.kind { color: var(--soft); font-size: .925em; }
.refusals { font-size: .9rem; color: var(--soft); }
.refusals span + span::before { content: ' · '; }
body.plain { display: block; max-width: 64rem; margin: 0 auto; }
.plain h2 { text-transform: none; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; z-index: 1; }
@media (max-width: 52rem) {
  body { display: block; }
  header, main { padding-left: 1rem; padding-right: 1rem; }
  nav { position: static; max-height: none; padding: 1rem; columns: 2; border-bottom: 1px solid var(--line); }
  nav a { padding: .45rem 0; }
}
@media print { nav, .skip { display: none; } body { display: block; } article { break-inside: avoid; } }
`);
