import { checkXml } from '../../check-xml.ts';
import { attributeOf, nameOf, valOf } from './namespaces.ts';

/** What a paragraph has from its style. */
export interface StyleSays {
  /** Of a heading, from 0. */
  readonly outline?: number;
  /** Of a list, and the level within it from 0. */
  readonly list?: { readonly num: string; readonly level?: string };
}

export interface Styles {
  /** What a style says, or else the one that it is based on. */
  of(styleId: string | undefined): StyleSays;
}

interface Style {
  basedOn?: string;
  outline?: number;
  num?: string;
  level?: string;
}

/** Reads `styles.xml`: outline levels and lists, which a style may have from the one it is based on. */
export function readStyles(xml: string, name: string): Styles {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  let normal: string | undefined;
  checkXml(xml, name, {
    open(tag) {
      const element = nameOf(tag);
      const value = valOf(tag);
      if (element === 'w:style') {
        style = {};
        const id = attributeOf(tag, 'styleId');
        if (id !== undefined && attributeOf(tag, 'type') === 'paragraph' && !styles.has(id)) {
          styles.set(id, style);
          if (isDefault(attributeOf(tag, 'default'))) normal = id;
        }
      }
      if (!style || value === undefined) return;
      if (element === 'w:basedOn') style.basedOn = value;
      if (element === 'w:outlineLvl') style.outline = Number(value);
      if (element === 'w:numId') style.num = value;
      if (element === 'w:ilvl') style.level = value;
    },
    close(tag) {
      if (nameOf(tag) === 'w:style') style = undefined;
    },
  });
  return { of: id => said(styles, id ?? normal) };
}

const isDefault = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

function said(styles: ReadonlyMap<string, Style>, id: string | undefined): StyleSays {
  let outline: number | undefined;
  let num: string | undefined;
  let level: string | undefined;
  const seen = new Set<string>();
  for (let at = id; at !== undefined && !seen.has(at); at = styles.get(at)?.basedOn) {
    seen.add(at);
    const style = styles.get(at);
    outline ??= style?.outline;
    if (num === undefined && style?.num !== undefined) ({ num, level } = style);
  }
  return {
    ...(outline === undefined ? {} : { outline }),
    ...(num === undefined || num === '0' ? {} : { list: { num, ...(level === undefined ? {} : { level }) } }),
  };
}
