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
