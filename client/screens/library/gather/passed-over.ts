/** Why a file of a folder is not offered. */
export type Why = 'hidden' | 'kind' | 'empty' | 'large' | 'many' | 'deep' | 'unreadable';

/** A file of a folder that is not offered. */
export interface PassedOver {
  /** Its path within what was chosen. */
  readonly path: string;
  readonly why: Why;
}

/** Most files that are offered at once, and how deep folders are gone into. */
export const MOST_FILES = 2000;
export const DEEPEST = 24;

/** Endings of files in which there is nothing to read, or only what belongs to a page or a program. */
const OTHER_KINDS = new Set(
  [
    'png jpg jpeg gif webp avif svg ico bmp tif tiff heic psd ai eps',
    'mp3 m4a aac ogg oga opus flac wav wma mp4 m4v mov avi mkv webm wmv',
    'css js mjs cjs map ts jsx tsx wasm woff woff2 ttf otf eot',
    'exe dll so dylib bin dmg iso msi apk jar class pyc o a',
    'tar gz tgz bz2 xz 7z rar',
    'db sqlite sqlite3 lock',
  ].flatMap(line => line.split(' ')),
);

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Whether a file or a folder is one that systems and programs keep for themselves. */
export const isHidden = (name: string): boolean =>
  /^\.|^~\$|^(__MACOSX|Thumbs\.db|desktop\.ini|node_modules)$/i.test(name);

/**
 * @param path of a file within what was chosen
 * @param size in bytes
 * @param limit most bytes that a file may have, where it is known
 * @returns why it is not offered; undefined where it is
 */
export function whyPassedOver(path: string, size: number, limit: number | undefined): Why | undefined {
  const parts = path.split('/').filter(Boolean);
  if (parts.some(isHidden)) return 'hidden';
  if (OTHER_KINDS.has(endingOf(parts[parts.length - 1] ?? ''))) return 'kind';
  if (size === 0) return 'empty';
  if (limit !== undefined && size > limit) return 'large';
  return undefined;
}
