/** The browser that `wxt/browser` answers while a component is tested; each test puts its own in. */
export const held: { browser: unknown } = { browser: undefined };
