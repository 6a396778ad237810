/** Stands in for the `setimmediate` shim: the browser's own scheduler under the name that jsonld's canonizer calls. */
export const setImmediateByMessage = (globalThis.setImmediate as unknown) ?? ((run: () => void) => setTimeout(run, 0));
Object.defineProperty(globalThis, 'setImmediate', { value: setImmediateByMessage, configurable: true, writable: true });
