import type { LongFile } from './foreign.ts';
import { FormatError } from './format.ts';
import { type JsonItem, jsonItems, type Wanted } from './json-items.ts';

/** Reads the items of a file of JSON; see `JsonItems`. @throws FormatError where it is not whole JSON */
export async function* readItems(file: LongFile, wanted: Wanted = {}): AsyncGenerator<JsonItem> {
  try {
    yield* jsonItems(file.text(), wanted);
  } catch (error) {
    throw error instanceof SyntaxError ? notWhole(file.name, error) : error;
  }
}

/**
 * Reads the records of a file one by one: JSON Lines, one JSON array, or one object.
 * @throws FormatError where it is none of these
 */
export async function* readRecords(file: LongFile): AsyncGenerator<unknown> {
  let read = 0;
  try {
    for await (const { value } of jsonItems(file.text(), { records: true })) {
      yield value;
      read++;
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw read === 0
      ? notWhole(file.name, error)
      : notWhole(`Record ${read + 1} of ${nameOf(file.name)}`, error);
  }
}

function notWhole(name: string, error: SyntaxError): FormatError {
  return new FormatError(name, `${name || 'The file'} is not whole JSON: ${error.message}.`);
}

const nameOf = (name: string): string => name || 'the file';
