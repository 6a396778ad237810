/**
 * What an address of O*NET OnLine is about. O*NET gives its elements and tasks no addresses of their own; the pages that
 * O*NET OnLine has of them stand in, so that the same element is one skill wherever it was found.
 */
export type OnetPlace =
  /** A skill, a field of knowledge, an ability, by its id in the content model, such as `2.A.1.a`. */
  | { of: 'element'; id: string }
  /** A task of an occupation, by its number. */
  | { of: 'task'; occupation: string; id: string }
  /** A tool of software, by its name. */
  | { of: 'technology'; name: string }
  /** An occupation, by its O*NET-SOC code, such as `29-1141.00`. */
  | { of: 'occupation'; occupation: string }
  /** Part of an occupation's details, by the heading that it has there, such as `Skills`. */
  | { of: 'group'; occupation: string; heading: string };

const onLine = 'https://www.onetonline.org';

/** The address of a place. */
export function onetAddress(place: OnetPlace): string {
  switch (place.of) {
    case 'element':
      return `${onLine}/find/descriptor/result/${place.id}`;
    case 'task':
      return `${onLine}/link/details/${place.occupation}#Task-${place.id}`;
    case 'technology':
      return `${onLine}/search/tech/example?${new URLSearchParams({ e: place.name })}`;
    case 'occupation':
      return `${onLine}/link/summary/${place.occupation}`;
    case 'group':
      return `${onLine}/link/details/${place.occupation}#${place.heading}`;
  }
}

/** The place of an address; undefined where it is none of them. */
export function onetPlace(address: string): OnetPlace | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, pathname, searchParams, hash } = new URL(address);
  if (!/^https?:$/.test(protocol) || !/^(www\.)?onetonline\.org$/.test(hostname)) return undefined;
  const element = onetElement(/^\/find\/descriptor\/result\/([^/]+)$/.exec(pathname)?.[1] ?? '');
  if (element) return { of: 'element', id: element };
  const name = pathname === '/search/tech/example' && searchParams.get('e');
  if (name) return { of: 'technology', name };
  const [, page, code = ''] = /^\/link\/(summary|details)\/([^/]+)$/.exec(pathname) ?? [];
  const occupation = onetOccupation(code);
  if (!occupation) return undefined;
  if (page === 'summary') return { of: 'occupation', occupation };
  const task = /^#Task-(\d{1,9})$/.exec(hash)?.[1];
  if (task) return { of: 'task', occupation, id: task };
  const heading = /^#([A-Za-z]{1,40})$/.exec(hash)?.[1];
  return heading ? { of: 'group', occupation, heading } : { of: 'occupation', occupation };
}

/** An O*NET-SOC code as a person types it, in full: `29-1141` is `29-1141.00`. Undefined for any other text. */
export function onetOccupation(text: string): string | undefined {
  const code = /^(\d{2}-\d{4})(\.\d{2})?$/.exec(text.trim());
  return code ? `${code[1]}${code[2] ?? '.00'}` : undefined;
}

/** The id of an element of the content model, such as `2.A.1.a`. Undefined for any other text. */
export function onetElement(text: string): string | undefined {
  const id = text.trim();
  return /^[1-6]\.[A-Z](\.[0-9A-Za-z]{1,3}){0,5}$/.test(id) ? id : undefined;
}
