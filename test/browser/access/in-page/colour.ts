/** A colour: red, green and blue from 0 to 255, and opacity from 0 to 1. */
export type Colour = readonly [number, number, number, number];

/** @returns a computed colour in numbers, however the browser writes it */
export function colourOf(css: string): Colour {
  const numbers = css.match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  const [r = 0, g = 0, b = 0, a = 1] = numbers;
  if (css.startsWith('rgb')) return [r, g, b, a];
  if (css.startsWith('color(srgb')) return [r * 255, g * 255, b * 255, a];
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!, alpha! / 255];
}

/** @returns a colour seen on another */
export function over(top: Colour, under: Colour): Colour {
  const alpha = top[3] + under[3] * (1 - top[3]);
  const mix = (i: 0 | 1 | 2) =>
    alpha === 0 ? 0 : (top[i] * top[3] + under[i] * under[3] * (1 - top[3])) / alpha;
  return [mix(0), mix(1), mix(2), alpha];
}

/** Relative luminance, by WCAG 2.2. */
export function luminance(colour: Colour): number {
  const part = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * part(colour[0]) + 0.7152 * part(colour[1]) + 0.0722 * part(colour[2]);
}

/** Contrast ratio of two opaque colours, from 1 to 21, by WCAG 2.2. */
export function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
