import { isSkillUri } from '../domain/skill.ts';

/** UTF-16 code units of the longest identifier of a skill (`Skill` in lib/domain). */
const longestUri = 4096;

/**
 * An identifier as a skill's uri: as it is where it is an http(s) address or a `urn:`, otherwise resolved against the
 * document's address. A bare UUID becomes a `urn:uuid:`. Undefined for anything else, such as `javascript:`.
 */
export function skillUri(identifier: string | undefined, base?: string): string | undefined {
  const text = identifier?.trim();
  if (!text || text.length > longestUri) return undefined;
  if (isSkillUri(text)) return text;
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) return `urn:uuid:${text.toLowerCase()}`;
  if (!base || /^[a-z][a-z\d+.-]*:/i.test(text) || !URL.canParse(text, base)) return undefined;
  const resolved = new URL(text, base).href;
  return resolved.length <= longestUri && isSkillUri(resolved) ? resolved : undefined;
}
