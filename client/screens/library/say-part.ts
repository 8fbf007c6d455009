import { sayValue } from '../../localize/say-extraction.ts';
import type { Part } from '../../panels/how.ts';

/** @returns what a part of a file is called, and its text where it becomes one */
export const sayPart = (part: Part): string => sayValue('part', part).trim() || String(part.value);
