/**
 * The text parts of a `multipart/form-data` body by their names (RFC 7578). Undefined where the body is none; the last
 * of two parts of one name counts.
 */
export function readParts(contentType: string | undefined, body: Buffer): Map<string, string> | undefined {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(contentType ?? '')?.[1];
  if (!boundary) return undefined;
  const parts = new Map<string, string>();
  // Latin-1 keeps every byte one character, so that the parts can be cut out before they are read as UTF-8.
  for (const piece of body.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
    const end = piece.indexOf('\r\n\r\n');
    const name = /name="([^"]*)"/i.exec(piece.slice(0, end))?.[1];
    if (end < 0 || name === undefined) return undefined;
    parts.set(name, Buffer.from(piece.slice(end + 4, -2), 'latin1').toString('utf8'));
  }
  return parts;
}
