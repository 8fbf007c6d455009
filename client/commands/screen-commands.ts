import type { Command, CommandContext } from './command.ts';

/** Answers whether something can be done, and does it where `really`. */
export type Deed = (really: boolean, context: CommandContext) => boolean;

/** Makes a command of a screen: the last part of its id, what it does as help lists it, its keys, and the deed. */
export type Making = (
  id: string,
  label: string,
  keys: readonly string[],
  act: Deed,
  more?: Partial<Command>,
) => Command;

/**
 * @param screen begins the ids of its commands
 * @param group heading under which help lists them
 */
export const commandsOf =
  (screen: string, group: string): Making =>
  (id, label, keys, act, more = {}) => ({
    id: `${screen}.${id}`,
    label,
    group,
    keys,
    run: (context, dispatch) => {
      if (!act(false, context)) return false;
      dispatch?.(() => void act(true, context));
      return true;
    },
    ...more,
  });

/** @returns a deed that can be done where there is something to do it to */
export const where =
  <T>(
    what: (context: CommandContext) => T | undefined | false,
    act: (it: T, context: CommandContext) => void,
  ): Deed =>
  (really, context) => {
    const it = what(context);
    if (it === undefined || it === false) return false;
    if (really) act(it, context);
    return true;
  };

/** @returns a deed that can always be done */
export const always = (act: () => void): Deed => where(() => true, act);
