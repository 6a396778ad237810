/**
 * Stands in for the `setimmediate` package, by an alias in wxt.config.ts: that package calls the Function constructor,
 * which extension stores refuse. Like it, this only gives the global object a `setImmediate` where the platform has none
 * (Node has one, browsers do not): rdf-canonize, which jsonld brings along, reads it from there when it is loaded, and
 * calls it without arguments to let other work run.
 */
if (typeof globalThis.setImmediate !== 'function') {
  Object.defineProperty(globalThis, 'setImmediate', {
    value: (run: () => void) => setTimeout(run, 0),
    configurable: true,
    writable: true,
  });
}

export {};
