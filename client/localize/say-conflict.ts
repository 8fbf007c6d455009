import type { Conflict } from '../../shared/model/conflict.ts';
import { sayGround } from './say-ground.ts';

/** @returns what a conflict is about; in the interface's language where its title is what a rule says */
export function sayConflict({ title, grounds }: Pick<Conflict, 'title' | 'grounds'>): string {
  const said = grounds.find(ground => ground.says === title);
  return said ? sayGround(said) : title;
}
