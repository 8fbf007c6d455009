import { msg, str } from '@lit/localize';
import type { MediaType } from '../../../shared/model/document.ts';
import { locale, sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';

/** @param bytes how many @returns a size as people say it: "16.2 kB" */
export function saySize(bytes: number): string {
  const [unit, size] =
    bytes < 1000
      ? (['byte', bytes] as const)
      : bytes < 1_000_000
        ? (['kilobyte', bytes / 1000] as const)
        : (['megabyte', bytes / 1_000_000] as const);
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(size);
}

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

/** @returns a language's name in the interface's language, or its tag where it has none */
export function sayLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames([locale()], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** @param at an instant @param now the present @returns the time for today, "Yesterday", else the date */
export function sayWhen(at: string, now: Date): string {
  const then = new Date(at);
  const day = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((day(now) - day(then)) / 86_400_000);
  if (days === 0)
    return then.toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit', hour12: false });
  if (days === 1) return msg('Yesterday');
  const sameYear = then.getFullYear() === now.getFullYear();
  return then.toLocaleDateString(locale(), {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** @returns "1 claim", "195 claims" */
export function sayClaims(number: number): string {
  return plural(number, msg(str`${sayNumber(number)} {claim¦claims}`));
}
