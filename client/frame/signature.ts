import { remember, remembered } from './memory.ts';

/** @returns the name to sign with that was given in this browser, or undefined */
export function rememberedSignature(): string | undefined {
  return remembered('signature');
}

export function rememberSignature(name: string): void {
  remember('signature', name);
}

/** @returns up to two letters that stand for a name: of its first and its last word */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0]!, words[words.length - 1]!] : [words[0] ?? ''];
  return ends.map(word => [...word][0]?.toLocaleUpperCase() ?? '').join('');
}
