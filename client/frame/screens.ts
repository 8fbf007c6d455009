import { msg } from '@lit/localize';
import type { IconName } from '../elements/icons.ts';
import type { ScreenName } from '../router/routes.ts';

/** A screen: how it is found in the frame, and the element that draws it, loaded when first gone to. */
export interface Screen {
  readonly name: ScreenName;
  readonly label: () => string;
  readonly icon: IconName;
  /** The key that goes there, after `g`. */
  readonly key?: string;
  /** Reached from the top bar; it has no place in the navigation. */
  readonly aside?: true;
  readonly tag: string;
  readonly load: () => Promise<unknown>;
}

const all: readonly Omit<Screen, 'load' | 'tag'>[] = [
  { name: 'library', label: () => msg('Library'), icon: 'library', key: 'l' },
  { name: 'read', label: () => msg('Read'), icon: 'book-open', key: 'r' },
  { name: 'conflicts', label: () => msg('Conflicts'), icon: 'scale', key: 'c' },
  { name: 'lists', label: () => msg('Lists'), icon: 'table', key: 'i' },
  { name: 'timeline', label: () => msg('Timeline'), icon: 'timeline', key: 't' },
  { name: 'entities', label: () => msg('Entities'), icon: 'users', key: 'e' },
  { name: 'sources', label: () => msg('Sources'), icon: 'link', key: 's' },
  { name: 'coverage', label: () => msg('Coverage'), icon: 'list', key: 'o' },
  { name: 'revise', label: () => msg('New revision'), icon: 'upload', aside: true },
  { name: 'redact', label: () => msg('Redact'), icon: 'warning', aside: true },
  { name: 'history', label: () => msg('History'), icon: 'history', key: 'h' },
  { name: 'compare', label: () => msg('Compare'), icon: 'compare', key: 'd', aside: true },
  { name: 'settings', label: () => msg('Settings'), icon: 'settings', key: ',', aside: true },
];

const modules = import.meta.glob('../screens/*/screen.ts');

/** All screens, in the order of the navigation. Each is `screens/<name>/screen.ts` and defines `vr-<name>-screen`. */
export const screens: readonly Screen[] = all.flatMap(screen => {
  const load = modules[`../screens/${screen.name}/screen.ts`];
  return load ? [{ ...screen, load, tag: `vr-${screen.name}-screen` }] : [];
});
