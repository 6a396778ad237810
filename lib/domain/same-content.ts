import { isRecord } from './json-value.ts';

/** Whether two JSON values hold the same, whatever the order of their members. A member that is undefined is absent. */
export function sameContent(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) && one.length === other.length && one.every((value, at) => sameContent(value, other[at]))
    );
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const names = namesIn(one);
  return (
    names.length === namesIn(other).length &&
    names.every((name) => Object.hasOwn(other, name) && sameContent(one[name], other[name]))
  );
}

function namesIn(record: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(record).filter((name) => record[name] !== undefined);
}
