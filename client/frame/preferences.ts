import { remember, remembered } from './memory.ts';

/** How the page looks, each with its values; the first holds where nothing was chosen. */
const PREFERENCES = {
  theme: ['system', 'light', 'dark'],
  text: ['usual', 'small', 'large', 'largest'],
  measure: ['usual', 'narrow', 'wide'],
  marks: ['usual', 'quiet', 'strong'],
} as const;

type Preferences = typeof PREFERENCES;
export type PreferenceName = keyof Preferences;
export type Preference<N extends PreferenceName> = Preferences[N][number];

/** Tells, by a `change`, that the page looks otherwise now. */
export const looks = new EventTarget();

/** @returns what was chosen in this browser, else what is usual */
export function chosen<N extends PreferenceName>(name: N): Preference<N> {
  const values: readonly Preference<N>[] = PREFERENCES[name];
  return values.find(value => value === remembered(name)) ?? values[0]!;
}

/** Shows the page so from now on. The style sheets read it from the root element, as does `public/theme.js` before the first paint. */
export function choose<N extends PreferenceName>(name: N, value: Preference<N>): void {
  const isUsual = value === PREFERENCES[name][0];
  remember(name, isUsual ? undefined : value);
  if (isUsual) delete document.documentElement.dataset[name];
  else document.documentElement.dataset[name] = value;
  looks.dispatchEvent(new Event('change'));
}
