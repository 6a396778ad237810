import { isWebAddress, typedAddress } from '../domain/web-address.ts';
import { cutAddress } from './base-address.ts';

/**
 * Path segments with which the interface begins, and the screens of servers that speak it: OpenSALT's
 * (opensalt/opensalt, core/src/Controller) and OpenCASE's management (1EdTech/OpenCASE, http-management/routes.ts).
 */
const ownSegments = new Set([
  ...['ims', 'uri', 'cftree', 'cfdoc', 'cfitem', 'cfpackage', 'cfassociation', 'salt', 'login', 'management'],
]);

/** The address below which `/ims/case` stands, from any address of a server. Undefined where the text is no address. */
export function caseBase(text: string): string | undefined {
  const url = typedAddress(text);
  return url && cutAddress(url, (segment) => ownSegments.has(segment));
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/**
 * The identifier (sourcedId) that a person or a record means: a UUID, bare or as `urn:uuid:`, the last UUID in the path
 * of an http(s) address, whatever path that is, or the path's last segment where it has none. Undefined for other texts.
 */
export function identifierIn(text: string): string | undefined {
  const given = text.trim();
  if (!isWebAddress(given)) return /^(?:urn:uuid:)?([0-9a-f-]{36})$/i.exec(given)?.[1]?.match(uuid)?.[0];
  const { pathname } = new URL(given);
  const last = pathname.split('/').findLast((segment) => segment !== '');
  return pathname.match(uuid)?.at(-1) ?? last?.replace(/\.json$/, '');
}
