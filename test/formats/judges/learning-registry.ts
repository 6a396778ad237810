import { expect } from 'vitest';

type Envelope = { [name: string]: unknown };

const texts = ['doc_ID', 'doc_version', 'resource_data_type', 'publishing_node'];
const stamps = ['node_timestamp', 'create_timestamp', 'update_timestamp'];

/** What a node adds to an envelope when it is published (LearningRegistry, lr/model/resource_data.py). */
export const nodesOwn = {
  doc_ID: 'ae649259-ae12-441b-bf5d-3f3bf6826f9f',
  publishing_node: 'local',
  node_timestamp: '2026-03-02T10:00:00.000000Z',
  create_timestamp: '2026-03-02T10:00:00.000000Z',
  update_timestamp: '2026-03-02T10:00:00.000000Z',
};

/**
 * The rules of resource_data 0.49 and 0.51, as a node holds them (LearningRegistry LR/lr/schema), written out by hand; it is
 * itself judged by the node's own cases where they are at hand. Throws for an envelope that a node would refuse.
 */
export function expectEnvelope(envelope: Envelope): void {
  expect(envelope.doc_type).toBe('resource_data');
  for (const name of texts) expect(typeof envelope[name], name).toBe('string');
  for (const name of stamps) expect(isMoment(envelope[name]), name).toBe(true);
  expect(['0.49.0', '0.51.0']).toContain(envelope.doc_version);
  expect(typeof envelope.active).toBe('boolean');
  expectMembers(envelope.identity, ['submitter_type', 'submitter'], ['curator', 'owner', 'signer']);
  expect(['anonymous', 'user', 'agent']).toContain((envelope.identity as Envelope).submitter_type);
  expectMembers(envelope.TOS, ['submission_TOS'], ['submission_attribution']);
  expectTexts(envelope.payload_schema, 1);
  if (envelope.keys !== undefined) expectTexts(envelope.keys, 0);
  if (envelope.weight !== undefined) expect(Math.abs(Number(envelope.weight))).toBeLessThanOrEqual(100);
  expectPlacement(envelope);
}

/** Where the payload is decides what else has to be there. */
function expectPlacement(envelope: Envelope): void {
  const { payload_placement: placement, resource_locator: locator, replaces } = envelope;
  expect([undefined, 'inline', 'linked', 'attached']).toContain(placement);
  if (placement === undefined) {
    // Nothing but word that other documents are deleted.
    expect(locator !== undefined || (Array.isArray(replaces) && replaces.length > 0)).toBe(true);
    return;
  }
  if (replaces !== undefined) expectTexts(replaces, 0);
  expect(typeof locator === 'string' || (Array.isArray(locator) && locator.length > 0)).toBe(true);
  if (placement === 'linked') expect(typeof envelope.payload_locator).toBe('string');
  if (placement !== 'inline') return;
  expect(envelope.resource_data).toBeDefined();
  if (envelope.doc_version === '0.51.0') expect(typeof envelope.resource_data).toBe('string');
}

function expectMembers(value: unknown, required: string[], optional: string[]): void {
  expect(value).toBeTypeOf('object');
  for (const name of required) expect((value as Envelope)[name], name).toBeTypeOf('string');
  for (const name of Object.keys(value as Envelope)) expect([...required, ...optional]).toContain(name);
}

function expectTexts(value: unknown, least: number): void {
  expect(Array.isArray(value) && value.length >= least && value.every((one) => typeof one === 'string')).toBe(true);
}

/** A moment in UTC as the nodes write it, of a day that exists. */
function isMoment(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(value)) return false;
  const at = new Date(value.replace(/\.\d+Z$/, 'Z'));
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value.slice(0, 19));
}
