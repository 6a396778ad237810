/**
 * Where a meta name's statement goes that has no vocabulary of its own: `description`, `citation_title`, `twitter:card`
 * and so on stand behind this prefix as the page writes them, in lower case.
 */
export const metaPrefix = 'urn:x-meta:';

/** Statements made by links: the registry of link relations is the vocabulary (RFC 8288, section 4.2). */
export const linkPrefix = 'http://www.iana.org/assignments/relation/';
