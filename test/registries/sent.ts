import { expect } from 'vitest';
import { type DeliveryPreview, hidden } from '../../lib/domain/delivery-preview.ts';
import { readParts } from '../support/practice-registry/multipart.ts';
import type { Incoming } from '../support/practice-registry/reply.ts';

/** Fails where a request that arrived is another than the preview showed, but for secrets and what is made each time. */
export function expectShown(preview: DeliveryPreview, url: string, { method, path, query, headers, body }: Incoming) {
  const search = query.size > 0 ? `?${query}` : '';
  expect(method).toBe(preview.method);
  expect(`${url}${path}${search}`).toMatch(patternOf(preview.address));
  for (const { name, value } of preview.headers) expect(headers[name.toLowerCase()]).toMatch(headerPattern(value));
  // What the browser adds of itself is not the preview's to show.
  const ours = ['authorization', 'content-type', 'idempotency-key', 'signaturesheet'].filter((name) => headers[name]);
  expect(preview.headers.map(({ name }) => name.toLowerCase())).toEqual(expect.arrayContaining(ours));
  const parts = readParts(headers['content-type'], body);
  const text = parts ? [...parts].map(([name, value]) => `${name}\n${value}`).join('\n\n') : body.toString('utf8');
  expect(text).toMatch(patternOf(preview.body));
}

/** A boundary is added to a form's type on the way. */
function headerPattern(value: string): RegExp {
  return value === 'multipart/form-data' ? /^multipart\/form-data; boundary=\S+$/ : patternOf(value);
}

function patternOf(shown: string): RegExp {
  const pieces = shown
    .split(new RegExp(`⟨[^⟩]*⟩|${hidden}`))
    .map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.+')}$`, 's');
}
