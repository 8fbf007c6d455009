declare module 'edtf' {
  /** Parses an EDTF string of level 0 to 2; throws where it is none. */
  export function parse(text: string): { readonly type: string; readonly level: number };
}
