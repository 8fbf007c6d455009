import { msg, str } from '@lit/localize';
import { sayNumber } from '../localize/locale.ts';
import { plural } from '../localize/plural.ts';
import { describeMark } from './plugins/claims.ts';
import type { Mark, MarkSource } from './types.ts';

/**
 * Says the claims that a place has been entered with: "Date: 27 April 2026, open, in conflict", and how many lie on top
 * of one another where there are others.
 * @param entered innermost first
 * @param depth how many claims lie at the place
 */
export async function sayClaims(
  source: MarkSource,
  entered: readonly Mark[],
  depth: number,
): Promise<string> {
  const said = await Promise.all(entered.map(mark => sayClaim(source, mark)));
  const all = said.join('; ');
  if (depth < 2) return all;
  return plural(depth, msg(str`${all}. ${sayNumber(depth)} {claim¦claims} on top of one another here`));
}

/** Says a claim with its value, where the source can tell it: "Date: 27 April 2026, open". */
export async function sayClaim(source: MarkSource, mark: Mark): Promise<string> {
  const value = await source.sayValue?.(mark.id).catch(() => undefined);
  const said = describeMark(mark, value);
  return mark.state === 'suggested' ? msg(str`${said}, Enter accepts`) : said;
}
