/** The namespace for names that are addresses: RFC 9562, section 6.6. */
const urlNamespace = '6ba7b8119dad11d180b400c04fd430c8';

/** Version 5 UUID of an address as a `urn:uuid:` (RFC 9562, section 5.5): the same address gives the same one anywhere. */
export async function uuid5(address: string): Promise<string> {
  const namespace = Uint8Array.from(urlNamespace.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const name = new TextEncoder().encode(address);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', new Uint8Array([...namespace, ...name])));
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
