import { toast } from '../elements/toasts.ts';
import { linkTo, type Route } from '../router/routes.ts';

/** Puts the whole address of a place on the clipboard and says so; where that is not allowed, shows the address instead. */
export function copyLink(route: Route, said: string): void {
  const link = linkTo(route);
  const written = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('There is no clipboard.'));
  written.then(
    () => toast(said),
    () => toast(link),
  );
}
