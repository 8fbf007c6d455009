import type { MediaType } from '../../shared/model/document.ts';

const LONGEST = 200;
/** A first line above this length is running text, not a title. */
const LONGEST_LINE = 120;
const SAMPLE = 20_000;

/**
 * Suggests a title: the name in an infobox, the first heading, a first line that could be one, the file's name, or
 * the beginning of the text. Never empty.
 */
export function guessTitle(name: string | undefined, mediaType: MediaType, text: string): string {
  const sample = text.slice(0, SAMPLE);
  const line =
    sample
      .split(/[\r\n]+/)
      .map(cleaned)
      .find(Boolean) ?? '';
  const candidates = [
    mediaType === 'text/x-wiki' ? /\|\s*(?:name|title)\s*=\s*([^|{}\n]+)/i.exec(sample)?.[1] : undefined,
    mediaType === 'text/x-wiki' ? /^=([^=\n]+)=\s*$/m.exec(sample)?.[1] : undefined,
    mediaType === 'text/markdown' ? /^#{1,2}\s+([^\n\r]+?)\s*#*\s*$/m.exec(sample)?.[1] : undefined,
    line.length <= LONGEST_LINE && !/[.:;,]$/.test(line) && mediaType !== 'text/x-wiki' ? line : undefined,
    stem(name),
    beginning(line),
  ];
  return candidates.map(text => cleaned(text ?? '').slice(0, LONGEST)).find(Boolean) ?? 'Untitled';
}

function cleaned(text: string): string {
  return text
    .replace(/'{2,5}/g, '')
    .replace(/^[#*\s]+/, '')
    .replace(/\p{C}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A file's name without folder and ending; nothing where it is no name but a number or a hash. */
function stem(name: string | undefined): string {
  const plain = (name ?? '').replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]{1,8}$/i, '');
  const words = plain.replaceAll('_', ' ').trim();
  return /\p{L}{3}/u.test(words) && !/^[\d\s-]*[0-9a-f]{8,}$/i.test(words) ? words : '';
}

function beginning(line: string): string {
  if (line.length <= LONGEST_LINE) return line;
  const cut = line.slice(0, LONGEST_LINE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_LINE - 20)).trimEnd()}…`;
}
