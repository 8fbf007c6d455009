/** What the process writes before it ends itself for want of memory. */
export const TOO_MUCH = 'Too much memory was taken.';

/** What it writes before it ends itself because a file took too long. */
export const TOO_LONG = 'Too much time was taken.';

/** Whether what a process wrote as its last says that it ran out of memory. */
export const ranOutOfMemory = (said: string): boolean =>
  said.includes(TOO_MUCH) || said.includes('heap out of memory') || said.includes('heap limit');
