import type { Parameter, Template } from '../markup/markup.ts';
import type { Span } from '../text/text-like.ts';
import type { CheckedText } from './checked-text.ts';
import type { Detector, Proposal } from './detector.ts';
import { ground } from './grounds.ts';
import { isPersonShaped } from './names/person-shape.ts';
import { propose } from './propose.ts';
import { CITATION } from './structure/asides.ts';
import { organizationNouns } from './words/organization-words.ts';

const FAMILY =
  /^(?:last|surname|author-last|apellidos?|nom|cognome|sobrenome|último|nachname|nazwisko|prezime|презиме)(\d*)$/u;
const GIVEN = /^(?:first|given|author-first|nombre|prénom|nome|primeiro|vorname|imię|ime|име)(\d*)$/u;
const WHOLE = /^(?:author|autor|auteur|autore|автор)(\d*)$/u;
const LONGEST = 120;

/** Proposes the authors of what citations name. */
export const authors: Detector = {
  id: 'authors',
  version: 1,
  types: ['person'],
  *detect(text: CheckedText): Iterable<Proposal> {
    for (const template of text.markup) {
      if (template.kind !== 'template' || !CITATION.test(template.name)) continue;
      const title = template.parameters.find(({ name }) => name === 'title')?.value;
      const work = title && title.end > title.start ? text.text.slice(title.start, title.end) : undefined;
      for (const span of authorsOf(text.text, template)) {
        yield propose(text, {
          type: 'person',
          span,
          fields: { role: 'author' },
          grounds: [
            work === undefined
              ? ground('author', 'A citation names its author here.')
              : ground('author-of', `A citation names its author here: “${work.slice(0, 120)}”.`, {
                  work: work.slice(0, 120),
                }),
          ],
          worth: 0.35,
        });
      }
    }
  },
};

function* authorsOf(text: string, { parameters }: Template): Iterable<Span> {
  for (const [i, one] of parameters.entries()) {
    const { start, end } = one.value;
    if (end <= start || end - start > LONGEST) continue;
    const words = text.slice(start, end);
    const family = FAMILY.exec(one.name.toLowerCase());
    if (family) {
      const given = [parameters[i + 1], parameters[i - 1]].find(
        other =>
          other !== undefined &&
          GIVEN.exec(other.name.toLowerCase())?.[1] === family[1] &&
          other.value.end > other.value.start,
      );
      yield given ? both(text, one, given) : one.value;
    } else if (WHOLE.test(one.name.toLowerCase()) && isPersonShaped(words) && !namesBody(words))
      yield one.value;
  }
}

const namesBody = (words: string): boolean =>
  words
    .toLowerCase()
    .split(/\s+/)
    .some(word => organizationNouns.has(word));

/** "last1=Sort |first1=Albert": two parameters side by side, with their names. */
function both(text: string, one: Parameter, other: Parameter): Span {
  const [first, second] = one.value.start < other.value.start ? [one, other] : [other, one];
  const start = text.lastIndexOf(first.name, first.value.start - 1);
  return { start: start < 0 ? first.value.start : start, end: second.value.end };
}
