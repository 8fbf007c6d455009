declare module '@citation-js/core' {
  /** Bibliographic items that can be written out. */
  export class Cite {
    constructor(data: unknown, options?: { readonly forceType?: string });
    format(
      kind: 'bibliography',
      options: { readonly format: 'text'; readonly template: string; readonly lang: string },
    ): string;
  }
}
declare module '@citation-js/plugin-csl' {}
