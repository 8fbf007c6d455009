/** A report prints its figures. It may throw `Missing` (data.ts) where its data are not on this machine. */
export type Report = () => void | Promise<void>;

/** Every report by name: one line each, loaded when it is run. */
export const reports: Readonly<Record<string, () => Promise<{ readonly run: Report }>>> = {
  claims: () => import('./claims.ts'),
  conflicts: () => import('./conflicts.ts'),
  citations: () => import('./citations.ts'),
  dates: () => import('./dates.ts'),
  injected: () => import('./injected.ts'),
  names: () => import('./names.ts'),
};
