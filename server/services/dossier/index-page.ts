import { type DeskView, isWritable } from '../../../shared/formats/format.ts';
import { formats } from '../../../shared/formats/registry.ts';
import { present } from '../../../shared/formats/select.ts';
import type { Language } from '../../../shared/languages/languages.ts';
import { Tongue } from '../../../shared/languages/tongue.ts';
import { decisionInForce } from '../../../shared/model/conflict.ts';
import { currentRevision, type Revision } from '../../../shared/model/document.ts';
import { Html, html, joined } from '../../pages/html.ts';
import { STYLE } from '../../pages/style.ts';
import { bytesFile } from './bytes-file.ts';
import { type DossierMessage, en } from './messages/en.ts';
import { es } from './messages/es.ts';
import { fr } from './messages/fr.ts';
import { ru } from './messages/ru.ts';

/** What the page says, in each language. */
export const dossierMessages = { en, es, ru, fr };

/** What the page has beyond other pages: a table that becomes a list on a phone. */
const OWN_STYLE = new Html(`
code { overflow-wrap: anywhere; }
.documents td:nth-child(2) { font-variant-numeric: tabular-nums; }
.revision { display: block; }
@media (max-width: 40rem) {
  .documents, .documents tbody, .documents tr, .documents th, .documents td { display: block; padding: 0; border: 0; }
  .documents thead { display: none; }
  .documents tr { padding: .6rem 0; border-top: 1px solid var(--line); }
  .documents th { font-weight: 600; }
  .documents td::before { content: attr(data-head) ' '; color: var(--soft); font-size: .85rem; }
  .documents a, li a { display: inline-block; padding: .6rem 0; }
}
`);

const REPORT = 'exports/html-report/desk.html';

/** The page that a dossier opens with: what is in it, and the way to the rest. It runs no script. */
export function indexPage(view: DeskView, now: string, language: Language): string {
  const tongue = new Tongue<DossierMessage>(language, dossierMessages);
  const say = tongue.say.bind(tongue);
  /** A message with HTML where it has names in braces. */
  const withParts = (key: DossierMessage, parts: Readonly<Record<string, Html | string>>) =>
    joined(
      say(key)
        .split(/\{(\w+)\}/)
        .map((piece, i) => (i % 2 === 0 ? piece : parts[piece])),
    );
  const { claim, conflict, document, source } = present(view.objects);
  const open = conflict.filter(({ object }) => !decisionInForce(object)).length;
  const unticked = claim.filter(({ object }) => ['open', 'checking', 'returned'].includes(object.workflow));
  const perDocument = new Map<string, number>();
  for (const { object } of claim)
    perDocument.set(object.anchor.documentId, (perDocument.get(object.anchor.documentId) ?? 0) + 1);
  const held = withParts('holds', {
    documents: say('documents', { count: document.length }),
    claims: say('claims', { count: claim.length }),
    sources: say('sources', { count: source.length }),
    conflicts: say('conflicts', { count: conflict.length }),
    when: tongue.instant(now),
    entry: tongue.number(view.head.seq),
    hash: html`<code>${view.head.hash}</code>`,
  });
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${say('title')}</title>
        <style>
          ${STYLE}
          ${OWN_STYLE}
        </style>
      </head>
      <body class="plain">
        <header>
          <h1>${say('title')}</h1>
          <p>${held}</p>
        </header>
        <main>
          <h2>${say('toRead')}</h2>
          <p>${withParts('report', { report: html`<a href="${REPORT}"><b>${say('theReport')}</b></a>` })}</p>
          <p>
            ${withParts('unresolved', {
              conflicts: html`<a href="${REPORT}#unresolved">${say('openConflicts', { count: open })}</a>`,
              claims: say('unticked', { count: unticked.length }),
            })}
          </p>
          <h2>${say('documentsHead')}</h2>
          ${
            document.length === 0
              ? html`<p>${say('none')}</p>`
              : html`<table class="documents">
                  <thead>
                    <tr><th scope="col">${say('titleHead')}</th><th scope="col">${say('claimsHead')}</th><th scope="col">${say('revisionsHead')}</th><th scope="col">${say('hashHead')}</th></tr>
                  </thead>
                  <tbody>
                    ${document.map(
                      ({ id, object }) => html`<tr>
                        <th scope="row" dir="auto">${/[\p{L}\p{N}\p{P}\p{S}]/u.test(object.title) ? object.title : say('untitled')}</th>
                        <td data-head="${say('claimsHead')}">${tongue.number(perDocument.get(id) ?? 0)}</td>
                        <td data-head="${say('revisionsHead')}">
                          ${object.revisions.map(
                            (revision, i) =>
                              html`<span class="revision"><a href="documents/${id}/${i + 1}/text.txt">${say('text', { number: i + 1 })}</a>
                                (${bytesOf(`documents/${id}/${i + 1}`, revision, say('bytes'))})${revision.label ? html` <bdi>${revision.label}</bdi>` : undefined}</span> `,
                          )}
                        </td>
                        <td data-head="${say('hashHead')}"><code>${currentRevision(object).sha256}</code></td>
                      </tr>`,
                    )}
                  </tbody>
                </table>`
          }
          <h2>${say('exportsHead')}</h2>
          <ul>
            ${formats.filter(isWritable).map(({ id, label, extension, encode }) => html`<li><a href="exports/${id}/${encode ? `desk.${extension}` : ''}">${label}</a></li>`)}
          </ul>
          <h2>${say('toVerify')}</h2>
          <pre tabindex="0">node verify.mjs</pre>
          <p>
            ${withParts('verifies', {
              log: html`<a href="log.jsonl">${say('log')}</a>`,
              readme: html`<a href="README.txt">README.txt</a>`,
            })}
          </p>
        </main>
      </body>
    </html>`.text;
}

/** A file that a browser would run, such as a web page, is named and not linked: it is somebody else's. */
function bytesOf(folder: string, revision: Revision, label: string) {
  const address = `${folder}/${bytesFile(revision)}`;
  const { extraction, encoding } = revision.reading;
  return extraction && encoding !== 'none'
    ? html`<code>${address}</code>`
    : html`<a href="${address}">${label}</a>`;
}
