import { remember, remembered } from './memory.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** @returns the theme that was chosen; `system` where none was */
export function chosenTheme(): Theme {
  const name = remembered('theme');
  return name === 'light' || name === 'dark' ? name : 'system';
}

/** Shows a theme now and from now on. */
export function chooseTheme(theme: Theme): void {
  remember('theme', theme === 'system' ? undefined : theme);
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
