/** An object of a parsed JSON document: anything may stand in it, under any name, `__proto__` included. */
export type JsonRecord = { readonly [key: string]: unknown };

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under a key in the value itself; undefined where the value is no object or has no such key. */
export function under(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** What stands under the first of some keys that has something else than null. */
export function underAny(value: unknown, ...keys: string[]): unknown {
  for (const key of keys) {
    const found = under(value, key);
    if (found !== undefined && found !== null) return found;
  }
  return undefined;
}

/** A value as a list: publishers write one value bare, several as a list, and none as null. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A text without white space around it; a number as text. Undefined for anything else and where nothing is left. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return (typeof value === 'string' && value.trim()) || undefined;
}

/** Every text of a list, each once. */
export function textsOf(value: unknown): string[] {
  return [...new Set(listOf(value).flatMap((one) => textOf(one) ?? []))];
}
