import type { Router } from '../router/router.ts';
import type { Store } from '../store/store.ts';
/** What commands work with. */
export interface CommandContext {
    readonly store: Store;
    readonly router: Router;
}
/** Carries out what a command has found it can do. */
export type Dispatch = (act: () => void) => void;
/**
 * Something a person can do. `run` answers whether it can be done now; given `dispatch` it also does it.
 * Menus, hints and keys all ask the same function.
 */
export interface Command {
    /** Unique and lasting: "library.next". */
    readonly id: string;
    /** What it does, as help lists it. */
    readonly label: string;
    /** Heading under which help lists it. */
    readonly group: string;
    /**
     * Key strokes that call it: `j`, `Enter`, `Mod-z` (Ctrl, on Apple keyboards ⌘), `Shift-Mod-z`, `Alt-ArrowDown`,
     * `g l` for one after the other. Letters are lower case; what Shift makes of a key stands for itself: `?`.
     */
    readonly keys: readonly string[];
    /** Whether its keys also count while the person writes in a field. */
    readonly inFields?: boolean;
    run(context: CommandContext, dispatch?: Dispatch): boolean;
}
/** @returns whether a command can be carried out now */
export declare function can(command: Command, context: CommandContext): boolean;
/** Carries a command out if it can be. @returns whether it could */
export declare function call(command: Command, context: CommandContext): boolean;
