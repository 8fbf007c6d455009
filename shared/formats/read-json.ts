import type { AnnotationFile } from './foreign.ts';
import { FormatError } from './format.ts';

/** @returns what a file of JSON says @throws FormatError where it is not whole JSON */
export function readJson({ name, text }: AnnotationFile): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new FormatError(name, `${name || 'The file'} is not whole JSON: ${(error as Error).message}.`);
  }
}

/** @returns the records of a file: JSON Lines, one JSON array, or one object @throws FormatError where it is neither */
export function readRecords(file: AnnotationFile): unknown[] {
  const text = file.text.replace(/^\ufeff/, '');
  const first = /^\s*([^\n]*)/.exec(text)![1]!;
  if (isJson(first) && !first.startsWith('['))
    return text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [readLine(line, i, file.name)]));
  const whole = readJson(file);
  return Array.isArray(whole) ? whole : [whole];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readLine(line: string, i: number, name: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new FormatError(
      `line ${i + 1}`,
      `Line ${i + 1} of ${name || 'the file'} is not whole JSON: ${(error as Error).message}.`,
    );
  }
}
