import type { AnnotationFile, LongFile } from './foreign.ts';
import { FormatError } from './format.ts';
import { type JsonItem, jsonItems } from './json-items.ts';
import { linesIn } from './lines-in.ts';

/** @returns what a file of JSON says @throws FormatError where it is not whole JSON */
export function readJson({ name, text }: AnnotationFile): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw notWhole(name, error);
  }
}

/** Reads the items of a long file of JSON; see `JsonItems`. @throws FormatError where it is not whole JSON */
export async function* readItems(file: LongFile, lists: readonly string[] = []): AsyncGenerator<JsonItem> {
  try {
    yield* jsonItems(file.text(), lists);
  } catch (error) {
    throw error instanceof SyntaxError ? notWhole(file.name, error) : error;
  }
}

/** Does what `readRecords` does with a long file, record by record. */
export async function* streamRecords(file: LongFile): AsyncGenerator<unknown> {
  const first = await firstLine(file);
  if (isJson(first) && !first.startsWith('[')) {
    let i = 0;
    for await (const line of linesIn(file.text())) {
      const text = i === 0 ? line.replace(/^\ufeff/, '') : line;
      if (text.trim() !== '') yield readLine(text, i, file.name);
      i++;
    }
  } else for await (const { value } of readItems(file)) yield value;
}

/** The first line that holds anything. */
async function firstLine(file: LongFile): Promise<string> {
  for await (const line of linesIn(file.text())) {
    const text = line.replace(/^\ufeff/, '').trim();
    if (text !== '') return text;
  }
  return '';
}

function notWhole(name: string, error: unknown): FormatError {
  return new FormatError(name, `${name || 'The file'} is not whole JSON: ${(error as Error).message}.`);
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
