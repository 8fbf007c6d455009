import { checkXml } from '../../check-xml.ts';
import { attributeOf, nameOf, valOf } from './namespaces.ts';

/** Counts the items of a document's lists as Word does: an item's number depends on those before it. */
export interface Numbering {
  /** @returns the number of the next item of a list at a level, from 0 */
  next(num: string, level: number): number;
}

interface List {
  definition: string;
  /** Numbers that this list begins with in its own right, by level. */
  readonly starts: Map<number, number>;
}

/** Reads `numbering.xml`: where lists begin to count, and which of them count on together. */
export function readNumbering(xml: string | undefined, name: string): Numbering {
  const definitions = new Map<string, Map<number, number>>();
  const lists = new Map<string, List>();
  if (xml !== undefined) read(xml, name, definitions, lists);
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next(num, level) {
      const list = lists.get(num);
      const definition = list?.definition ?? num;
      const reached = counts.get(definition) ?? [];
      counts.set(definition, reached);
      const own = begun.has(`${num} ${level}`) ? undefined : list?.starts.get(level);
      begun.add(`${num} ${level}`);
      const before = reached[level];
      const number =
        own ?? (before === undefined ? (definitions.get(definition)?.get(level) ?? 1) : before + 1);
      reached[level] = number;
      reached.length = level + 1;
      return number;
    },
  };
}

function read(
  xml: string,
  name: string,
  definitions: Map<string, Map<number, number>>,
  lists: Map<string, List>,
): void {
  let starts: Map<number, number> | undefined;
  let list: List | undefined;
  let level = 0;
  checkXml(xml, name, {
    open(tag) {
      const element = nameOf(tag);
      const value = valOf(tag);
      if (element === 'w:abstractNum') {
        list = undefined;
        starts = new Map();
        definitions.set(attributeOf(tag, 'abstractNumId') ?? '', starts);
      } else if (element === 'w:num') {
        starts = undefined;
        list = { definition: '', starts: new Map() };
        lists.set(attributeOf(tag, 'numId') ?? '', list);
      } else if (element === 'w:abstractNumId' && list) list.definition = value ?? '';
      else if (element === 'w:lvl' || element === 'w:lvlOverride')
        level = Number(attributeOf(tag, 'ilvl') ?? level) || 0;
      else if (element === 'w:start') starts?.set(level, counted(value));
      else if (element === 'w:startOverride') list?.starts.set(level, counted(value));
    },
  });
}

const counted = (value: string | undefined): number => Number.parseInt(value ?? '', 10) || 0;
