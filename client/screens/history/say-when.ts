import { msg, str } from '@lit/localize';
import type { Moment } from '../../../shared/api/routes/history.ts';
import { dateFormat } from '../../localize/formatters.ts';
import { isolated } from '../../localize/isolated.ts';

/** @param at ISO 8601, UTC @returns the day in the person's own time zone: "Thursday, 7 May 2026" */
export const sayDay = (at: string): string =>
  dateFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at));

/** @returns the time of day: "10:42" */
export const sayTime = (at: string): string =>
  dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));

/** @returns day and time: "7 May 2026, 10:42:05" */
export const sayExactly = (at: string): string =>
  dateFormat({
    ...{ day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  }).format(new Date(at));

/** @returns a day of the person's own time zone, for comparing: "2026-05-07" */
export function dayOf(at: string): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** @param day as `dayOf` gives it @returns its beginning and its end as instants, or nothing where it is no day */
export function spanOf(day: string): { from: string; to: string } | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const start = new Date(`${day}T00:00:00`);
  if (Number.isNaN(start.getTime())) return undefined;
  const end = new Date(start);
  end.setDate(end.getDate() + 1);
  return { from: start.toISOString(), to: end.toISOString() };
}

/** @returns a moment in words: when it was, and after whose entry */
export function sayMoment({ at, by }: Moment): string {
  if (at === undefined) return msg('the beginning, when there was nothing');
  return msg(str`${sayExactly(at)}, after ${isolated(by ?? '')}`);
}
