/** A licence's name from its address: `CC BY-NC 4.0`, `CC0 1.0`, `MIT`; undefined for an address not known. */
export function licenseName(address: string): string | undefined {
  const [, kind, version] =
    /creativecommons\.org\/licenses\/([a-z-]+)(?:\/(\d\.\d))?/i.exec(address) ??
    /creativecommons\.org\/publicdomain\/(zero|mark)(?:\/(\d\.\d))?/i.exec(address) ??
    [];
  if (kind) {
    const names: Record<string, string> = { zero: 'CC0', mark: 'Public Domain Mark' };
    const name = names[kind.toLowerCase()] ?? `CC ${kind.toUpperCase()}`;
    return version ? `${name} ${version}` : name;
  }
  return /(?:spdx|opensource)\.org\/licenses?\/([\w.+-]+?)(?:\.html|\/)?$/i.exec(address)?.[1];
}

/** A duration in words: `PT1H30M` is `1 h 30 min` (ISO 8601-1, section 5.5.2). Other text stays as it is. */
export function durationWords(text: string): string {
  const parts = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(
    text,
  );
  if (!parts) return text;
  const units = ['y', 'mo', 'wk', 'd', 'h', 'min', 's'];
  const words = units.flatMap((unit, index) => {
    const amount = Number(parts[index + 1] ?? 0);
    return amount ? [`${amount} ${unit}`] : [];
  });
  return words.join(' ') || text;
}

/** A class name or code as words: `noFlashingHazard` is `no flashing hazard`, `LearningResource` `Learning resource`. */
export function camelWords(name: string): string {
  if (!/^[A-Za-z]+$/.test(name) || !/[a-z]/.test(name)) return name;
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').split(' ');
  return words.map((word, index) => (index && !/^[A-Z]{2}/.test(word) ? word.toLowerCase() : word)).join(' ');
}

/** The items of a list that a page wrote as one text: `a, b; c`. */
export function listItems(text: string): string[] {
  return text.split(/\s*[,;]\s*/).filter(Boolean);
}
