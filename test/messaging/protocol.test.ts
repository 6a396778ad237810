import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Envelope, longestSearch, type RequestName, requests, SearchAsked } from '../../lib/messaging/protocol.ts';
import { evidence, foundSkill, newAlignment, registryId } from '../support/samples.ts';

const { resource } = newAlignment();
const choice = { relation: 'teaches', fit: 'major' };
const id = registryId;

/** One well-formed request of each name. */
const wellFormed: Record<RequestName, Record<string, unknown>> = {
  readTab: { tab: 3 },
  readSelection: { tab: 3 },
  findPassage: { tab: 3, evidence: evidence() },
  showEvidence: {
    tab: 3,
    marks: [
      {
        evidence: evidence(),
        shows: [{ relation: 'teaches', skill: 'Slope', language: 'en' }],
        names: { exact: 'Teaches Slope', changed: 'Teaches Slope, in changed words' },
      },
    ],
    words: { language: 'en', direction: 'ltr', group: 'Evidence', changed: 'In changed words.' },
    reveal: 0,
  },
  hideEvidence: { tab: 3 },
  isEvidenceShown: { tab: 3 },
  completeSkill: { skill: foundSkill() },
  pinSkill: { skill: foundSkill(), pinned: true },
  keepResource: { resource },
  addAlignment: { resource, skill: foundSkill(), choice, publishTo: [id] },
  addAlignments: { resource, skills: [{ skill: foundSkill() }], choice, publishTo: [id] },
  changeAlignment: { id, revision: 2, choice, publishTo: [] },
  removeAlignment: { id, revision: 1 },
  massEdit: { alignments: [id], act: { fit: 'exact' } },
  mergePages: { into: resource.address, from: ['http://lessons.example/graph/'] },
  keepView: { id, name: 'Taught', filter: 'relation=teaches' },
  removeView: { id },
  relateSkills: {
    pair: { subject: { uri: 'urn:x-test:one', name: '1' }, object: { uri: 'urn:x-test:two', name: '2' } },
    choice: { relation: 'broad' },
  },
  changeSkillAlignment: { id, revision: 2, choice: { relation: 'exact', note: 'Both ask for it.' } },
  removeSkillAlignment: { id, revision: 1 },
  alignPages: {
    pages: [{ address: resource.address }],
    skills: [{ skill: foundSkill(), relation: 'teaches', fit: 'major' }],
    undo: id,
  },
  addWork: { list: { name: 'Autumn' }, from: 'typed', pages: [{ address: resource.address, title: 'Graphs' }] },
  changeWork: { items: [`${id} ${resource.address}`], act: { state: 'skipped' } },
  renameWorkList: { id, name: 'Autumn' },
  removeWorkList: { id },
  takeBack: { undo: id },
  restoreAlignments: { alignments: [id] },
  emptyTrash: { alignments: [id] },
  publish: { alignments: [id] },
  findAlignments: { registry: id, address: resource.address },
  publishSkillAlignments: { registry: id },
  previewDelivery: { alignment: id, registry: id, along: [id] },
  retry: { registry: id },
  dropDelivery: { entry: `${id}:${id}` },
  exportResource: { address: resource.address, format: 'lrmi', options: {} },
  prepare: {},
  addRegistry: { kind: 'osmt', address: 'https://a.example', name: '' },
  changeRegistry: { id, enabled: false },
  removeRegistry: { id },
  testRegistry: { id },
  makeSigningKey: { id },
  keepIdentity: { name: 'Marta Osei', organisation: '' },
  makeIdentityKey: {},
  exportIdentityKey: {},
  importIdentityKey: { text: '{}', password: 'any' },
  forgetIdentityKey: {},
  startOver: { forgetKey: false },
  showMenus: { shown: true },
  useKeyword: { used: false },
  stageDocument: { address: 'https://a.example/skills.json', known: { etag: '"1"' } },
  dropStage: { stage: id },
  stageFramework: {
    registry: id,
    uri: 'https://a.example/f',
    known: { lastModified: 'Sat, 21 Nov 2026 12:00:00 GMT' },
  },
  listFrameworks: { registry: id, next: '50' },
  listChildren: { registry: id, uri: 'https://a.example/f' },
};
const names = Object.keys(wellFormed) as RequestName[];

it('has a well-formed request of every name in this test', () => {
  expect(names.sort()).toEqual(Object.keys(requests).sort());
});

describe.each(names)('%s', (name) => {
  const accepts = (request: unknown) => requests[name].safeParse(request).success;

  it('accepts what the screens send', () => {
    expect(accepts(wellFormed[name])).toBe(true);
  });

  it('refuses a request without any one of its members', () => {
    for (const member of Object.keys(wellFormed[name])) {
      const optional =
        ['along', 'known', 'next', 'reveal'].includes(member) ||
        (member === 'undo' && name === 'alignPages') ||
        (['enabled', 'name', 'token'].includes(member) && name === 'changeRegistry');
      const { [member]: _, ...rest } = wellFormed[name];
      expect(accepts(rest), member).toBe(optional);
    }
  });

  it('refuses any other value in the place of any one of its members', () => {
    const members = Object.keys(wellFormed[name]);
    if (members.length === 0) return;
    fc.assert(
      fc.property(fc.constantFrom(...members), fc.anything({ withNullPrototype: true }), (member, value) => {
        if (!accepts({ ...wellFormed[name], [member]: value })) return;
        // What was taken must be what such a member can be, not anything that happens to have its looks.
        expect(typeof value === typeof wellFormed[name][member] || value === undefined).toBe(true);
      }),
    );
  });

  it('refuses what is no object', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.constant(undefined), fc.boolean()),
        (value) => {
          expect(accepts(value)).toBe(false);
        },
      ),
    );
  });

  it('takes over no member that it does not know', () => {
    const parsed = requests[name].parse({ ...wellFormed[name], more: 1, constructor: 2 });
    expect(Object.keys(parsed).sort()).toEqual(Object.keys(wellFormed[name]).sort());
  });
});

describe('what must never get in', () => {
  const add = (over: Record<string, unknown>) =>
    requests.addAlignment.safeParse({ ...wellFormed.addAlignment, ...over }).success;

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'chrome://settings',
    'data:text/html,x',
    'https://me:pw@a.example/',
    '',
  ])('a resource at %j', (address) => {
    expect(add({ resource: { ...resource, address } })).toBe(false);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'slope', ''])('a skill that is called %j', (uri) => {
    expect(add({ skill: foundSkill({ uri }) })).toBe(false);
  });

  it('a note of more than 2,000 characters', () => {
    expect(add({ choice: { ...choice, note: 'x'.repeat(2000) } })).toBe(true);
    expect(add({ choice: { ...choice, note: 'x'.repeat(2001) } })).toBe(false);
  });

  it('a registry name of more than 120 characters', () => {
    const named = (name: string) => requests.addRegistry.safeParse({ ...wellFormed.addRegistry, name }).success;
    expect([named('x'.repeat(120)), named('x'.repeat(121))]).toEqual([true, false]);
  });

  it.each([0, -1, 1.5, Number.NaN, '1'])('a revision of %j', (revision) => {
    expect(requests.removeAlignment.safeParse({ id, revision }).success).toBe(false);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])('a request called %j', (name) => {
    expect(Envelope.safeParse({ name, request: {} }).success).toBe(false);
  });

  it('a search that is longer than the longest', () => {
    const asked = (length: number) => SearchAsked.safeParse({ text: 'x'.repeat(length), turn: 1 }).success;
    expect([asked(longestSearch), asked(longestSearch + 1)]).toEqual([true, false]);
  });
});
