import { Refusal } from '../services/refusal.ts';

/** @returns the refusal where somebody else's server did not give what was asked of it */
export const unreachable = (message: string): Refusal => new Refusal('unreachable', message);
