import type { Reference } from '../../markup/markup.ts';
import { meantAttribute } from '../../markup/wikitext/attributes.ts';
import { gather } from '../gather.ts';
import { citePageOf } from '../wiki/cite-page.ts';
import { because, type CitationCheck, checkOf, sideOf } from './check.ts';

const place = ({ start, openEnd }: Reference) => ({ start, end: openEnd });

/** Names of references in curly quotation marks. */
export const curlyNames: CitationCheck = checkOf({
  id: 'ref-curly-name',
  severity: 'warning',
  label: 'Names of references in curly quotation marks',
  *find(checked) {
    const { text } = checked;
    const named = gather(checked.once(citePageOf).references, one => one.name);
    for (const [name, all] of named) {
      const curly = all.filter(one => one.problems.includes('curly'));
      if (curly.length === 0) continue;
      const straight = all.filter(one => !one.problems.includes('curly'));
      const hasSpaces = /\s/.test(name);
      const written = new Set(curly.map(one => one.attributes.findLast(each => each.key === 'name')?.value));
      const isMixed = straight.length > 0 || written.size > 1;
      const edits = curly.flatMap(({ start, openEnd }) => {
        const to = text[openEnd - 2] === '/' ? openEnd - 2 : openEnd - 1;
        const value = meantAttribute(text, start + '<ref'.length, to, 'name');
        return value ? [{ start: value.start, end: value.end, text: `"${name.replaceAll('"', '')}"` }] : [];
      });
      yield {
        message: `The name “${name}” stands in curly quotation marks, which MediaWiki takes for part of it.`,
        given: { name },
        about: [name],
        severity: hasSpaces || isMixed ? 'error' : 'warning',
        sides: [
          sideOf(text, ...curly.map(place)),
          ...(straight.length > 0 ? [sideOf(text, ...straight.map(place))] : []),
        ],
        grounds: [
          because('curly-places', `It does so in ${curly.length} places.`, { count: String(curly.length) }),
          ...(hasSpaces
            ? [
                because(
                  'curly-spaces',
                  'The name ends at its first space; MediaWiki shows an error in its place.',
                ),
              ]
            : []),
          ...(isMixed
            ? [
                because(
                  'curly-mixed',
                  'Elsewhere the same name is written otherwise, so MediaWiki takes them for two.',
                ),
              ]
            : []),
        ],
        edits,
      };
    }
  },
});
