const WORDS: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: path => `There is no ${path}. See whether its name is spelt right.`,
  EACCES: path => `${path} is not open to this account. Change its rights, or take another place.`,
  EPERM: path => `${path} is not open to this account. Change its rights, or take another place.`,
  ENOTDIR: path => `${path} cannot be: a part of its path is a file and not a folder.`,
  EISDIR: path => `${path} is a folder; name a file.`,
  EROFS: path => `${path} cannot be written: its disk can only be read. Take another place.`,
  ENOSPC: path => `${path} could not be written: its disk is full. Make room, then do it again.`,
  EDQUOT: path =>
    `${path} could not be written: this account may not take more room. Make room, then do it again.`,
  EMFILE: path =>
    `${path} could not be opened: too many files are open. Close other programs, then do it again.`,
  ENAMETOOLONG: path => `${path} is too long for a name. Take a shorter one.`,
  EEXIST: path => `${path} is there already.`,
};

/** @returns what an error of the operating system comes to, in a sentence with what to do; undefined for any other error */
export function systemSays(error: unknown): string | undefined {
  const { code = '', path, dest, syscall } = error as NodeJS.ErrnoException & { dest?: string };
  const place = (dest ?? path ?? 'What is printed').replace(/\.\d+\.partial$/, '');
  // Where a disk can only be read, making a folder with those around it says that there is none.
  if (code === 'ENOENT' && syscall === 'mkdir') return `${place} cannot be made there. Take another place.`;
  return WORDS[code]?.(place);
}
