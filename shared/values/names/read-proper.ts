import { primaryLanguage, type ReadingContext } from '../context.ts';
import { folded } from '../folded.ts';
import { linkTarget, withoutMarkup } from '../markup.ts';
import { present } from '../present.ts';
import type { NameValue } from './name.ts';
import { scriptOf } from './script.ts';
import { cutBrackets, isAcronym } from './surroundings.ts';

/** Longest words read as a name, in UTF-16 code units. */
const LONGEST = 600;

/** Reads an organization's name: the name, an acronym or another qualifier in brackets, the page it links to. */
export function readOrganization(text: string, context: ReadingContext): NameValue | undefined {
  return readProper(text, context, 'organization');
}

/** Reads a place's name; what follows a comma is its qualifier: "Moscow, Russia". */
export function readPlace(text: string, context: ReadingContext): NameValue | undefined {
  const place = readProper(text, context, 'place');
  const comma = place?.full.indexOf(',') ?? -1;
  if (!place || comma <= 0 || place.qualifier !== undefined) return place;
  const qualifier = place.full.slice(comma + 1).trim();
  return qualifier === '' ? place : { ...place, full: place.full.slice(0, comma).trim(), qualifier };
}

function readProper(
  text: string,
  context: ReadingContext,
  bearer: 'organization' | 'place',
): NameValue | undefined {
  if (text.length > LONGEST) return undefined;
  const target = linkTarget(text);
  const { name, bracket } = cutBrackets(folded(withoutMarkup(text)));
  if (!/[\p{L}\p{N}]/u.test(name)) return undefined;
  const acronym = bracket !== undefined && isAcronym(bracket) ? bracket : undefined;
  return present({
    kind: 'name' as const,
    bearer,
    full: name,
    qualifier: acronym === undefined ? bracket : undefined,
    acronym,
    linkTarget: target === undefined || target === name ? undefined : target,
    script: scriptOf(name),
    language: primaryLanguage(context) === undefined ? undefined : context.language,
  });
}
