import { msg, str } from '@lit/localize';
import type { Reference, ReferenceProblem, Template } from '../../../shared/markup/markup.ts';
import type { Span } from '../../../shared/text/text-like.ts';

const LONGEST = 160;

/** Counts references in the order of reading; one that is repeated keeps its number. */
export class ReferenceNumbers {
  readonly #named = new Map<string, number>();
  #last = 0;

  of({ name }: Reference): number {
    const known = name === undefined ? undefined : this.#named.get(name);
    if (known) return known;
    this.#last++;
    if (name !== undefined) this.#named.set(name, this.#last);
    return this.#last;
  }
}

/**
 * Says what a reference is for those who do not open it: its number, what it cites, and what is wrong.
 * @param citation the template that it begins with
 */
export function describeReference(
  reference: Reference,
  number: number,
  citation: Template | undefined,
  textOf: (span: Span) => string,
): string {
  const said = [msg(str`Reference ${number}`)];
  const { body, name } = reference;
  const parameter = (names: readonly string[]) => {
    const found = citation?.parameters.find(
      one => names.includes(one.name) && one.value.end > one.value.start,
    );
    return found && textOf(found.value);
  };
  if (citation) {
    const cited = [parameter(['title']), parameter(['website', 'work', 'newspaper', 'publisher'])];
    said.push([...cited, parameter(['date', 'year'])].filter(Boolean).join(', '));
  } else if (body) said.push(textOf({ start: body.start, end: Math.min(body.end, body.start + LONGEST) }));
  else if (name) said.push(msg(str`again “${name}”`));
  return [...said.filter(Boolean), ...reference.problems.map(problem)].join('. ');
}

function problem(what: ReferenceProblem): string {
  switch (what) {
    case 'curly':
      return msg('Its name stands in curly quotation marks, which wikitext takes for part of the name');
    case 'misspelt':
      return msg('Its closing tag is misspelt, so MediaWiki hides all words up to the next one');
    case 'unclosed':
      return msg('It is not closed before the next reference begins');
    case 'endless':
      return msg('Nothing closes it');
    case 'undefined':
      return msg('Nowhere in this text does a reference of this name say anything');
    case 'empty':
      return msg('It says nothing');
  }
}
