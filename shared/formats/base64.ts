const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/** Bytes of one piece: a multiple of three, so that pieces join without padding between them. */
const STEP = 3 * 2048;

/** Writes bytes as base64 (RFC 4648, section 4), piece by piece. */
export function* base64Pieces(bytes: Uint8Array): Generator<string> {
  for (let from = 0; from < bytes.length; from += STEP)
    yield piece(bytes, from, Math.min(bytes.length, from + STEP));
}

function piece(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i += 3) {
    const bits = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text +=
      ALPHABET[bits >> 18]! +
      ALPHABET[(bits >> 12) & 63]! +
      (i + 1 < to ? ALPHABET[(bits >> 6) & 63]! : '=') +
      (i + 2 < to ? ALPHABET[bits & 63]! : '=');
  }
  return text;
}

/** @returns the bytes, or undefined where the text is not base64 as `base64Pieces` writes it. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const digits = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let bits = 0;
  for (let i = 0, at = 0; i < digits; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? -1;
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xffffff;
    if (i % 4 === 1) bytes[at++] = bits >> 4;
    else if (i % 4 === 2) bytes[at++] = bits >> 2;
    else if (i % 4 === 3) bytes[at++] = bits;
  }
  const spare = padding === 2 ? bits & 0xf : padding === 1 ? bits & 0x3 : 0;
  return spare === 0 ? bytes : undefined;
}
