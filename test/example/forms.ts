import type { Locator } from 'playwright-core';

/** @returns words as they stand, for a regular expression */
export const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Fills fields of a form by their labels, whether they are written in or chosen from. */
export async function fillIn(form: Locator, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    // A label that holds its field says the field's options as well.
    const field = form.getByLabel(new RegExp(`^\\s*${literally(label)}(\\s|$)`)).first();
    if (await field.evaluate(element => element.matches('select'))) await field.selectOption(text);
    else await field.fill(text);
  }
}
