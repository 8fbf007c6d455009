import { type DeskView, isWritable } from '../../../shared/formats/format.ts';
import { formats } from '../../../shared/formats/registry.ts';
import { present } from '../../../shared/formats/select.ts';
import { decisionInForce } from '../../../shared/model/conflict.ts';
import { currentRevision, type Revision } from '../../../shared/model/document.ts';
import { html } from '../../pages/html.ts';
import { STYLE } from '../../pages/style.ts';
import { bytesFile } from './bytes-file.ts';

/** The page that a dossier opens with: what is in it, and the way to the rest. It runs no script. */
export function indexPage(view: DeskView, now: string): string {
  const { claim, conflict, document, source } = present(view.objects);
  const open = conflict.filter(({ object }) => !decisionInForce(object));
  const unticked = claim.filter(({ object }) => ['open', 'checking', 'returned'].includes(object.workflow));
  const perDocument = new Map<string, number>();
  for (const { object } of claim)
    perDocument.set(object.anchor.documentId, (perDocument.get(object.anchor.documentId) ?? 0) + 1);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Dossier</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body class="plain">
        <header>
          <h1>Dossier</h1>
          <p>
            ${document.length} documents, ${claim.length} claims, ${source.length} sources, ${conflict.length} conflicts. Written
            ${now.slice(0, 16).replace('T', ' ')} UTC, at entry ${view.head.seq} of the log,
            <code>${view.head.hash}</code>.
          </p>
        </header>
        <main>
          <h2>To read</h2>
          <p>
            <a href="exports/html-report/desk.html"><b>The report</b></a>: what is unresolved, how conflicts were settled and
            why, every claim with its evidence, the sources.
          </p>
          <p>
            Not resolved: <a href="exports/html-report/desk.html#unresolved">${open.length} open conflicts</a>,
            ${unticked.length} claims that nobody has ticked.
          </p>
          <h2>Documents</h2>
          <table>
            <thead>
              <tr><th scope="col">Title</th><th scope="col">Claims</th><th scope="col">Revisions</th><th scope="col">SHA-256 of the bytes</th></tr>
            </thead>
            <tbody>
              ${document.map(
                ({ id, object }) => html`<tr>
                  <th scope="row">${object.title}</th>
                  <td>${perDocument.get(id) ?? 0}</td>
                  <td>
                    ${object.revisions.map(
                      (revision, i) => html`<a href="documents/${id}/${i + 1}/text.txt">text ${i + 1}</a>
                        (${bytesOf(`documents/${id}/${i + 1}`, revision)})${revision.label ? html` ${revision.label}` : undefined} `,
                    )}
                  </td>
                  <td><code>${currentRevision(object).sha256}</code></td>
                </tr>`,
              )}
            </tbody>
          </table>
          <h2>Exports</h2>
          <ul>
            ${formats.filter(isWritable).map(({ id, label, extension, encode }) => html`<li><a href="exports/${id}/${encode ? `desk.${extension}` : ''}">${label}</a></li>`)}
          </ul>
          <h2>To verify</h2>
          <pre tabindex="0">node verify.mjs</pre>
          <p>
            holds every file, every entry of the <a href="log.jsonl">log</a>, every text and every quote against its hash and its
            words. It needs Node 20 or newer and nothing else; <a href="README.txt">README.txt</a> says what is where.
          </p>
        </main>
      </body>
    </html>`.text;
}

/** A file that a browser would run, such as a web page, is named and not linked: it is somebody else's. */
function bytesOf(folder: string, revision: Revision) {
  const address = `${folder}/${bytesFile(revision)}`;
  const { extraction, encoding } = revision.reading;
  return extraction && encoding !== 'none'
    ? html`<code>${address}</code>`
    : html`<a href="${address}">bytes</a>`;
}
