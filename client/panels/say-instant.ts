import { dateFormat } from '../localize/formatters.ts';

/** Says an instant as briefly as it can be: the time today, else the day. @param at ISO 8601, UTC */
export function sayInstant(at: string): string {
  const time = new Date(at);
  const isToday = time.toDateString() === new Date().toDateString();
  const isThisYear = time.getFullYear() === new Date().getFullYear();
  const format: Intl.DateTimeFormatOptions = isToday
    ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
    : { day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) };
  return dateFormat(format).format(time);
}
