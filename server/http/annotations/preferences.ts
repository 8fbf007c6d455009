const MINIMAL = 'http://www.w3.org/ns/ldp#PreferMinimalContainer';
const IRIS = 'http://www.w3.org/ns/oa#PreferContainedIRIs';

/** How a client wants to see the container. */
export interface Preference {
  /** Without the annotations themselves. */
  readonly minimal: boolean;
  /** Annotations by their addresses alone. */
  readonly iris: boolean;
}

/** Reads `Prefer: return=representation;include="…"` (RFC 7240). Without a preference annotations come in full. */
export function preferenceOf(header: string | readonly string[] | undefined): Preference {
  const text = [header].flat().join(',');
  const include = /\binclude\s*=\s*"([^"]*)"/i.exec(text)?.[1]?.split(/\s+/) ?? [];
  return { minimal: include.includes(MINIMAL), iris: include.includes(IRIS) };
}
