/** The folder of sample learning pages. */
export const site: string;

/** What the site answers for a path such as `/lesson.html`; 404 where there is no such page. */
export function samplePage(
  path: string,
): Promise<{ status: number; headers: Record<string, string>; body: string | Uint8Array }>;

/** Serves the sample pages on 127.0.0.1; port 0, the default, takes any that is free. `url` ends in a slash. */
export function servePages(options?: { port?: number }): Promise<{ url: string; close: () => Promise<void> }>;
