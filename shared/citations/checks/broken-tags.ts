import { citePageOf } from '../wiki/cite-page.ts';
import { because, type CitationCheck, checkOf, sideOf } from './check.ts';

/** A template in a reference that is not closed before the reference is. */
const openTemplate: CitationCheck = checkOf({
  id: 'cite-template-open',
  severity: 'warning',
  label: 'Templates in references that are not closed',
  *find(checked) {
    const { text } = checked;
    const templates = new Set(checked.markup.flatMap(one => (one.kind === 'template' ? [one.start] : [])));
    for (const { openEnd, body, misspelt, meantEnd, name } of checked.once(citePageOf).references) {
      const end = misspelt?.start ?? (body && Math.min(body.end, meantEnd));
      if (end === undefined || end <= openEnd) continue;
      const start = openEnd + (/^\s{0,20}/.exec(text.slice(openEnd, openEnd + 20))?.[0].length ?? 0);
      if (!/^\{\{\s?\p{L}/u.test(text.slice(start, start + 5)) || templates.has(start)) continue;
      const tail = text.slice(Math.max(start, end - 3), end).trimEnd();
      const at = Math.max(start, end - 3) + tail.length;
      yield {
        message:
          'The template in the reference is not closed, so its braces and parameters are shown as they are.',
        given: {},
        about: [name ?? text.slice(start, start + 80)],
        sides: [sideOf(text, { start, end: at })],
        edits: [{ start: at, end: at, text: tail.endsWith('}') ? '}' : '}}' }],
      };
    }
  },
});

/** A straight quotation mark before a name without another one behind it. */
const openQuote: CitationCheck = checkOf({
  id: 'ref-name-open-quote',
  severity: 'warning',
  label: 'Names of references whose quotation mark is not closed',
  *find(checked) {
    const { text } = checked;
    for (const { start, openEnd, name, problems } of checked.once(citePageOf).references) {
      if (!name || problems.includes('curly') || openEnd - start > 400) continue;
      const tag = text.slice(start, openEnd);
      const open = /\bname\s{0,5}=\s{0,5}(["'])([^"'<>]{1,300}?)\s{0,5}\/?>$/i.exec(tag);
      if (!open) continue;
      const at = start + open.index + open[0].trimEnd().replace(/\s*\/?>$/, '').length;
      yield {
        message: `The quotation mark before the name “${name}” is not closed.`,
        given: { name },
        about: [name],
        sides: [sideOf(text, { start, end: openEnd })],
        grounds: [
          because(
            'quote-lenient',
            'MediaWiki takes the name up to the end of the tag; other programs may not.',
          ),
        ],
        edits: [{ start: at, end: at, text: open[1]! }],
      };
    }
  },
});

export const brokenTagChecks: readonly CitationCheck[] = [openTemplate, openQuote];
