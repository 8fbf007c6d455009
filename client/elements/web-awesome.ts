import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';
import { type Drawing, drawIcon, icons } from './icons.ts';

/** Names under which Web Awesome asks for the icons of its own controls. */
const SYSTEM: Readonly<Record<string, Drawing>> = {
  xmark: icons.x,
  'circle-xmark': icons.x,
  check: icons.check,
  'chevron-down': icons['chevron-down'],
  'chevron-left': icons['chevron-left'],
  'chevron-right': icons['chevron-right'],
  circle: icons.circle,
  indeterminate: icons.minus,
  minus: icons.minus,
  plus: icons.plus,
  copy: icons.copy,
  'grip-vertical': icons.ellipsis,
};

const library = {
  resolver: (name: string) => `#${name}`,
  spriteSheet: true,
  mutator(svg: SVGElement, host?: { name?: string }) {
    const name = host?.name ?? '';
    drawIcon(svg, SYSTEM[name] ?? (name in icons ? icons[name as keyof typeof icons] : []));
    svg.style.fill = 'none';
  },
};

// Whatever imports a control of Web Awesome imports this before it: its icons are then drawn from the bundled set. Its own
// libraries fetch, one from another host, one from data addresses that the page's policy forbids. A "sprite sheet" is drawn
// in place, so nothing is fetched at all. It is no part of the first load, as the icons that it replaces come along.
registerIconLibrary('default', library);
registerIconLibrary('system', library);
