import { userInfo } from 'node:os';

/** @returns the name of the account that runs the command, to sign with. */
export function accountName(): string {
  try {
    return userInfo().username.trim().slice(0, 120) || 'Command line';
  } catch {
    return 'Command line';
  }
}
