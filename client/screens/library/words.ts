import { msg, str } from '@lit/localize';
import type { MediaType } from '../../../shared/model/document.ts';
import { dateFormat } from '../../localize/formatters.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';

export function mediaTypes(): readonly (readonly [MediaType, string])[] {
  return [
    ['text/plain', msg('Plain text')],
    ['text/markdown', msg('Markdown')],
    ['text/x-wiki', msg('Wikitext')],
  ];
}

export function sayMediaType(mediaType: MediaType): string {
  return mediaTypes().find(([code]) => code === mediaType)?.[1] ?? mediaType;
}

/** @param at an instant @param now the present @returns the time for today, "Yesterday", else the date */
export function sayWhen(at: string, now: Date): string {
  const then = new Date(at);
  const day = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((day(now) - day(then)) / 86_400_000);
  if (days === 0) return dateFormat({ hour: '2-digit', minute: '2-digit', hour12: false }).format(then);
  if (days === 1) return msg('Yesterday');
  const sameYear = then.getFullYear() === now.getFullYear();
  return dateFormat({ day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(
    then,
  );
}

/** @returns "1 claim", "195 claims" */
export function sayClaims(number: number): string {
  return plural(number, msg(str`${sayNumber(number)} {claim¦claims}`));
}
