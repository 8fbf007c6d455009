import type { Page } from 'playwright-core';

/** Wraps the templates of a language so that every text that was translated shows between ⟦ and ⟧. */
const wrapper = (plain: string): string => `
import { templates as plain } from ${JSON.stringify(plain)};
const around = strings => {
  const marked = [...strings];
  marked[0] = '⟦' + marked[0];
  marked[marked.length - 1] += '⟧';
  return Object.assign(marked, { raw: marked });
};
const wrap = template =>
  typeof template === 'string' ? '⟦' + template + '⟧' : { ...template, strings: around(template.strings) };
export const templates = Object.fromEntries(Object.entries(plain).map(([id, template]) => [id, wrap(template)]));
`;

/** Has a page speak Spanish with every text between ⟦ and ⟧; what stands outside was never asked for in a language. */
export async function speakPseudo(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('variorum-language', 'es'));
  await page.route(/\/assets\/es-[^/]+\.js$/, async route => {
    const response = await route.fetch();
    const body = await response.text();
    const isOurs = /\bas templates\b/.test(body);
    if (!isOurs) return route.fulfill({ response });
    return route.fulfill({ response, body: wrapper(`${new URL(route.request().url()).pathname}?plain`) });
  });
}
