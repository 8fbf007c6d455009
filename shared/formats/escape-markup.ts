/** What XML cannot hold in any way: most control characters, and halves of characters. */
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Whether a text holds characters that no XML can. */
export const isTellable = (text: string): boolean => !new RegExp(IMPOSSIBLE, 'u').test(text);

/** @returns text as it stands in elements and attributes of XML and HTML; what they cannot hold stands as U+FFFD */
export function escapeMarkup(text: string): string {
  return text
    .replace(IMPOSSIBLE, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
