/** A web address that may be linked, or why it may not. */
type SafeUrl = { readonly url: string } | Refusal;

/** `rule` stands for what `refused` says, whatever the language. */
interface Refusal {
  readonly refused: string;
  readonly rule: `address-${string}`;
}

const refuse = (rule: string, refused: string): Refusal => ({ refused, rule: `address-${rule}` });

const LONGEST = 4000;
const UNSEEN =
  /[\u0000-\u0020\u007f-\u009f\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff]/u;

/** Lets through complete http and https addresses only, as written; everything else is refused with a reason. */
export function safeUrl(text: string): SafeUrl {
  const url = text.trim();
  if (url === '') return refuse('missing', 'No address is given.');
  if (url.length > LONGEST) return refuse('long', `The address is longer than ${LONGEST} characters.`);
  if (UNSEEN.test(url)) return refuse('space', 'The address holds a space or an invisible character.');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined)
    return refuse('scheme-missing', 'The address must begin with https:// or http://.');
  if (scheme !== 'http' && scheme !== 'https')
    return refuse('scheme', `Addresses of the kind “${scheme}:” are not opened.`);
  const authority = /^https?:\/\/([^/?#\\]*)/i.exec(url)?.[1] ?? '';
  if (authority.includes('@')) return refuse('user', 'The address hides its host behind a user name.');
  if (!/^(\[[0-9a-f:.]+\]|[^\s:[\]<>"'`{}|^%]+)(:\d{1,5})?$/i.test(authority)) {
    return refuse('host', 'The address names no host.');
  }
  return { url };
}
