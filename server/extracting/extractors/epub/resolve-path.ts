/**
 * @param from the path of the file that refers to another, within its archive
 * @param href as it stands there: relative, percent-encoded, perhaps with a fragment
 * @returns the other's path; undefined where it lies outside of the archive
 */
export function resolvePath(from: string, href: string): string | undefined {
  const plain = decoded(href.replace(/[?#].*$/s, '').trim());
  if (plain === '' || /^[a-z][a-z0-9+.-]*:/i.test(plain)) return undefined;
  const parts = plain.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of plain.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/') || undefined;
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
