import type { Contract } from '../../../shared/api/contract.ts';
import { type Endpoint, isBytes } from '../../../shared/api/endpoint.ts';
import { type Html, html } from '../../pages/html.ts';
import { STYLE } from '../../pages/style.ts';
import { addressOf } from './address.ts';
import { type Example, examples } from './examples.ts';
import type { describeApi } from './openapi.ts';
import { inWords, type Schema, shapeOf } from './shape.ts';

type Description = ReturnType<typeof describeApi>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

interface Media {
  readonly schema?: Schema;
}

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { description: string; content?: Readonly<Record<string, Media>> }>
  >;
}

/**
 * Writes the description of the API as a page to read, without scripts: every route with what it takes, answers and
 * refuses, and one way to call it.
 * @param description the same in OpenAPI
 */
export function describingPage(contract: Contract, description: Description): string {
  const groups = byResource(Object.values(contract));
  const schemas = Object.entries((description.components?.schemas ?? {}) as Record<string, Schema>);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Variorum: the HTTP API</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <a class="skip" href="#routes">Skip to the routes</a>
        <header>
          <h1>Variorum: the HTTP API</h1>
          <p>${description.info.description} Version ${description.info.version}.</p>
          <p>
            The same for programs: <a href="/api/openapi.json">OpenAPI 3.1</a>. Annotations by the W3C’s Web Annotation
            Protocol: <a href="/annotations/"><code>/annotations/</code></a>. The examples call the worked example as
            <code>npm start</code> serves it, each after the ones above it. Errors are problem details (RFC 9457).
          </p>
        </header>
        <nav aria-label="Routes">
          <ul>
            ${[...groups].map(
              ([name, endpoints]) => html`<li>
                <b>${name}</b>
                <ul>
                  ${endpoints.map(({ id, method }) => html`<li><a href="#${id}"><span class="method">${method}</span> ${id}</a></li>`)}
                </ul>
              </li>`,
            )}
            <li><b><a href="#schemas">Shapes</a></b></li>
          </ul>
        </nav>
        <main id="routes">
          ${[...groups].map(
            ([name, endpoints]) => html`<section>
              <h2>${name}</h2>
              ${endpoints.map(endpoint => route(endpoint, description))}
            </section>`,
          )}
          <section id="schemas">
            <h2>Shapes</h2>
            ${schemas.map(([name, schema]) => html`<article id="schema-${name}"><h3>${name}</h3>${schema.description ? html`<p>${inWords(schema.description)}</p>` : undefined}${shapeOf(schema)}</article>`)}
          </section>
        </main>
      </body>
    </html>`;
  return page.text;
}

/** Routes by the first part of their address. */
function byResource(endpoints: readonly Endpoint[]): Map<string, Endpoint[]> {
  const groups = new Map<string, Endpoint[]>();
  for (const endpoint of endpoints) {
    const name = endpoint.path.split('/')[2]!;
    groups.set(name, [...(groups.get(name) ?? []), endpoint]);
  }
  return groups;
}

function route(endpoint: Endpoint, { paths }: Description): Html {
  const { id, method, path } = endpoint;
  const operation = (paths as Record<string, Record<string, unknown>>)[path]![method] as Operation;
  const { summary, parameters = [], requestBody, responses } = operation;
  const answers = Object.entries(responses);
  return html`<article id="${id}">
    <h3><span class="method">${method}</span> <code>${path}</code></h3>
    <p>${summary}.</p>
    ${
      parameters.length === 0
        ? undefined
        : html`<table>
          <caption>Parameters</caption>
          <thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">What it is</th></tr></thead>
          <tbody>
            ${parameters.map(
              one => html`<tr>
                <th scope="row"><code>${one.name}${one.required ? '' : '?'}</code></th>
                <td>${one.in}</td>
                <td>${inWords(one.description ?? '')}<div class="kind">${shapeOf(one.schema)}</div></td>
              </tr>`,
            )}
          </tbody>
        </table>`
    }
    ${requestBody ? html`<h4>Body</h4>${media(requestBody.content)}` : undefined}
    ${answers
      .filter(([status]) => status.startsWith('2'))
      .map(([status, { content }]) => html`<h4>Answer <code>${status}</code></h4>${media(content ?? {})}`)}
    <p class="refusals">
      Refusals:
      ${answers.filter(([status]) => !status.startsWith('2')).map(([status, { description }]) => html`<span><code>${status}</code> ${description}</span>`)}
    </p>
    <h4>Example</h4>
    <pre tabindex="0">${curl(endpoint, examples[id as keyof Contract])}</pre>
  </article>`;
}

function media(content: Readonly<Record<string, Media>>): Html {
  return html`${Object.entries(content).map(
    ([type, { schema }]) => html`<p><code>${type}</code></p>${schema ? shapeOf(schema) : undefined}`,
  )}`;
}

function curl(endpoint: Endpoint, example: Example): string {
  const { method, body } = endpoint;
  const parts = ['curl', ...(method === 'get' ? [] : ['-X', method.toUpperCase()])];
  if (body) parts.push('-H', quoted(`content-type: ${isBytes(body) ? body.bytes : 'application/json'}`));
  if (example.body !== undefined)
    parts.push(
      '--data-binary',
      quoted(typeof example.body === 'string' ? example.body : JSON.stringify(example.body)),
    );
  if (endpoint.id === 'followDesk') parts.push('-N');
  return [...parts, quoted(`http://localhost:4400${addressOf(endpoint, example)}`)].join(' ');
}

/** As shells take a word as it is. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
