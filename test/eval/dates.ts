import { readDate } from '../../shared/values/dates/read-date.ts';
import { printTable } from '../bench/figures.ts';
import { dataJson, evalFolder } from './data.ts';

interface Case {
  readonly lang: string;
  readonly text: string;
  readonly edtf: string;
  readonly from: string;
}

/** How many of the public cases are read as their makers meant them. */
export function run(): void {
  const cases = dataJson<readonly Case[]>(evalFolder, 'dates', 'dates.json');
  const right = cases.filter(one => readDate(one.text, { language: one.lang })?.edtf === one.edtf).length;
  printTable('Dates', ['read', 'of'], [[String(right), String(cases.length)]]);
}
