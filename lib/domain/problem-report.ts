import type { Problem } from './problem.ts';

/**
 * A problem as text to hand on to whoever is asked for help; in English, since that is somebody else. No secrets: no query
 * of an address, nothing as long as a key.
 */
export function problemReport(problem: Problem, { version, browser }: { version: string; browser: string }): string {
  return [`${problem.code} ${withoutSecrets(problem.message)}`, `Plumbline ${version}`, browser].join('\n');
}

function withoutSecrets(text: string): string {
  return text.replace(/\bhttps?:\/\/[^\s“”"«»]+/gi, bare).replace(/[\w+=~-]{32,}/g, '…');
}

/** An address without what stands behind its path or in front of its host, where some servers take keys. */
function bare(address: string): string {
  if (!URL.canParse(address)) return '…';
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}
