import { type Colour, colourOf, contrast, over } from './colour.ts';
import { everyElement, isShown, parentOf, pathOf } from './elements.ts';

/** Words, and how well they stand out from what they are drawn on. */
export interface Words {
  readonly ratio: number;
  /** What WCAG 2.2 AA asks for at their size. */
  readonly least: number;
  readonly where: string;
  readonly words: string;
}

/** What an element is drawn on: the backgrounds of all that it lies in, one over the other. */
export function ground(element: Element): Colour {
  const layers: Colour[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const layer = colourOf(getComputedStyle(at).backgroundColor);
    layers.push(layer);
    if (layer[3] === 1) break;
  }
  return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255, 1] as Colour);
}

/** @returns all words that are shown, placeholders, made-up and selected ones too, the faintest first */
export function texts(): Words[] {
  const found = new Map<string, Words>();
  const note = (element: Element, style: CSSStyleDeclaration, on: Colour, words: string, what: string) => {
    let opacity = 1;
    for (let at: Element | null = element; at; at = parentOf(at))
      opacity *= Number(getComputedStyle(at).opacity);
    const [red, green, blue, alpha] = colourOf(style.color);
    if (alpha * opacity === 0) return;
    const size = Number.parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = Math.round(contrast(over([red, green, blue, alpha * opacity], on), on) * 100) / 100;
    const where = `${pathOf(element)} ${what}`;
    found.set(`${where} ${ratio}`, {
      ratio,
      least: isLarge ? 3 : 4.5,
      where,
      words: words.trim().slice(0, 40),
    });
  };
  for (const element of everyElement(document)) {
    if (!isShown(element) || element.closest('script, style')) continue;
    const style = getComputedStyle(element);
    const words = [...element.childNodes]
      .map(node => (node.nodeType === Node.TEXT_NODE ? node.textContent : ''))
      .join('');
    const isField = element.matches(
      'textarea, input:not([type=checkbox], [type=radio], [type=file], [type=range], [type=color])',
    );
    const field = isField ? (element as HTMLInputElement) : null;
    if (words.trim() || field?.value) {
      const on = ground(element);
      note(element, style, on, words, 'text');
      const selected = getComputedStyle(element, '::selection');
      if (style.userSelect !== 'none')
        note(element, selected, over(colourOf(selected.backgroundColor), on), words, 'selected');
    }
    if (field?.placeholder)
      note(
        element,
        getComputedStyle(element, '::placeholder'),
        ground(element),
        field.placeholder,
        'placeholder',
      );
    for (const pseudo of ['::before', '::after']) {
      const made = getComputedStyle(element, pseudo);
      if (!/^".*[^\s"].*"$/.test(made.content) || made.display === 'none') continue;
      note(element, made, over(colourOf(made.backgroundColor), ground(element)), made.content, pseudo);
    }
  }
  return [...found.values()].sort((a, b) => a.ratio - b.ratio);
}
