import { v7 as newId } from 'uuid';
import { remember, remembered } from './memory.ts';

/** @returns what the windows of this browser have in common; made when it is first asked for */
export function browserId(): string {
  const known = remembered('browser');
  if (known) return known;
  const made = newId();
  remember('browser', made);
  return made;
}
