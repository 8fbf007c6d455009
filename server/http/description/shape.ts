import { type Html, html } from '../../pages/html.ts';

/** As much of a JSON Schema as the description's own are made of. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** Deeper than this a shape is no longer read by anybody. */
const DEEPEST = 6;

/** Writes what JSON looks like: members with their kinds, optional ones marked; what has a name is a link to it. */
export function shapeOf(schema: Schema | undefined, depth = 0): Html {
  if (!schema) return html`<i>anything</i>`;
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) return html`<a href="#schema-${name}">${name}</a>`;
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum)
    return between(
      schema.enum.map(one => html`<code>${JSON.stringify(one)}</code>`),
      ' | ',
    );
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices)
    return between(
      choices.map(one => shapeOf(one, depth + 1)),
      schema.allOf ? ' & ' : ' | ',
    );
  if (schema.type === 'array') {
    if (schema.prefixItems)
      return html`[${between(
        schema.prefixItems.map(one => shapeOf(one, depth + 1)),
        ', ',
      )}]`;
    return html`list of ${shapeOf(schema.items, depth + 1)}`;
  }
  if (schema.properties) return depth > DEEPEST ? html`<i>object</i>` : members(schema, depth);
  if (typeof schema.additionalProperties === 'object')
    return html`object of ${shapeOf(schema.additionalProperties, depth + 1)}`;
  return html`${wordsOf(schema)}`;
}

/** A description, with what stands between backticks as code. */
export function inWords(text: string): Html {
  return html`${text.split('`').map((piece, i) => (i % 2 === 0 ? piece : html`<code>${piece}</code>`))}`;
}

function members({ properties = {}, required = [] }: Schema, depth: number): Html {
  return html`<dl class="members">
    ${Object.entries(properties).map(
      ([name, schema]) => html`<div>
        <dt><code>${name}${required.includes(name) ? '' : '?'}</code></dt>
        <dd>${schema.description ? html`<p>${inWords(schema.description)}</p>` : undefined}<div class="kind">${shapeOf(schema, depth + 1)}</div></dd>
      </div>`,
    )}
  </dl>`;
}

function wordsOf({ type, format, minimum, maximum, maxLength }: Schema): string {
  const words = [type].flat().filter(Boolean).join(' or ') || 'anything';
  const bounds = [
    format,
    minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? `from ${minimum}` : undefined,
    maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? `to ${maximum}` : undefined,
    maxLength !== undefined ? `at most ${maxLength} long` : undefined,
  ].filter(bound => bound !== undefined);
  return bounds.length === 0 ? words : `${words} (${bounds.join(', ')})`;
}

const between = (pieces: readonly Html[], sign: string): Html =>
  html`${pieces.map((piece, i) => (i === 0 ? piece : html`${sign}${piece}`))}`;
