import { Unextractable } from '../../extractor.ts';
import { linesOf } from '../../source-lines.ts';

/** A JSON value in a file, and where it begins. */
export interface JsonRecord {
  readonly json: string;
  readonly from: number;
  /** Of JSON Lines: counted from 1. */
  readonly row?: number;
}

/**
 * Takes a file as one JSON value or, where it is none, as JSON Lines.
 * @throws Unextractable where it is neither, with the place of the fault
 */
export function recordsOf(text: string): JsonRecord[] {
  if (text.trim() === '') throw new Unextractable('This file is empty.');
  const whole = faultIn(text);
  if (whole === undefined) return [{ json: text, from: 0 }];
  const lines = linesOf(text).filter(line => line.text.trim() !== '');
  const records: JsonRecord[] = [];
  for (const [i, line] of lines.entries()) {
    const fault = faultIn(line.text);
    // What is no JSON from its first line on was not meant as lines.
    if (fault !== undefined && i === 0)
      throw new Unextractable(
        `This file is not JSON: ${whole}. Mend it there and add it again, or add it as plain text.`,
      );
    if (fault !== undefined)
      throw new Unextractable(
        `Line ${i + 1} of those that are not blank is not JSON: ${fault}. Mend it and add the file again.`,
      );
    records.push({ json: line.text, from: line.from, row: i + 1 });
  }
  return records;
}

function faultIn(json: string): string | undefined {
  try {
    JSON.parse(json);
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/\.$/, '');
  }
}
