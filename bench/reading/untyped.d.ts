// Packages without types of their own, as far as they are used here.

declare module 'web-auto-extractor' {
  type Found = Record<string, unknown>;
  type Extractor = { parse(html: string): { jsonld: Found; metatags: Found; microdata: Found; rdfa: Found } };
  /** A CommonJS module, whose default export is a member to those who import it. */
  const module: { default(): Extractor };
  export default module;
}

declare module 'process/browser' {
  const process: NodeJS.Process;
  export default process;
}
