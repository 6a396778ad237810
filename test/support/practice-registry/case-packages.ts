import { createHash } from 'node:crypto';
import type { HeldSkill } from './skill-files.ts';

/** A version of CASE as it stands in addresses. */
export type CaseLeaf = 'v1p0' | 'v1p1';

/** A record of CASE. */
export type CaseRecord = Record<string, unknown>;

/** A CFPackage: a framework with all that is in it. */
export type CasePackage = { CFDocument: CaseRecord; CFItems: CaseRecord[]; CFAssociations: CaseRecord[] };

/** When everything here was changed last: 14 January 2025, 09:30 UTC. */
export const changed = '2025-01-14T09:30:00+00:00';

/** A UUID (version 5's layout) made of a text, so that every start knows the same records. */
export function uuidOf(text: string): string {
  const hash = createHash('sha1').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

type Node = { title: string; identifier: string; uri: string };

/** Frameworks as CASE packages: one for each framework of the skills, categories above the skills that have one. */
export function packagesOf(api: string, skills: readonly HeldSkill[], leaf: CaseLeaf): CasePackage[] {
  const frameworks = new Map<string, { uuid: string; name: string; skills: HeldSkill[] }>();
  for (const skill of skills) {
    const { uuid, name } = skill.framework ?? { uuid: uuidOf(api.replace(/v1p\d$/, '')), name: 'Practice standards' };
    const one = frameworks.get(uuid) ?? { uuid, name, skills: [] };
    one.skills.push(skill);
    frameworks.set(uuid, one);
  }
  return [...frameworks.values()].map((framework) => packageOf(api, framework, leaf));
}

function packageOf(api: string, framework: { uuid: string; name: string; skills: HeldSkill[] }, leaf: CaseLeaf) {
  const root = node(api, 'CFDocuments', framework.uuid, framework.name);
  const within = leaf === 'v1p0' ? { CFDocumentURI: root } : {};
  const items: CaseRecord[] = [];
  const associations: CaseRecord[] = [];
  const groups = new Map<string, Node>();

  function place(child: Node, parent: Node, record: CaseRecord): void {
    items.push({ identifier: child.identifier, uri: child.uri, ...within, ...record, lastChangeDateTime: changed });
    const identifier = uuidOf(`${child.identifier} isChildOf ${parent.identifier}`);
    associations.push({
      identifier,
      uri: `${api}/CFAssociations/${identifier}`,
      ...within,
      originNodeURI: child,
      associationType: 'isChildOf',
      destinationNodeURI: parent,
      // The last comes first in the list, so that only those who read the number have the order right.
      sequenceNumber: 100_000 - associations.length,
      lastChangeDateTime: changed,
    });
  }

  function groupOf(category: string): Node {
    const known = groups.get(category);
    if (known) return known;
    const group = node(api, 'CFItems', uuidOf(`${framework.uuid} ${category}`), category);
    groups.set(category, group);
    place(group, root, { fullStatement: category, CFItemType: 'Cluster', language: 'en' });
    return group;
  }

  for (const skill of framework.skills) {
    const [category] = skill.categories;
    place(node(api, 'CFItems', skill.uuid, skill.name), category ? groupOf(category) : root, itemOf(skill));
  }
  return { CFDocument: documentOf(root, api, leaf), CFItems: items, CFAssociations: associations };
}

function itemOf(skill: HeldSkill): CaseRecord {
  return {
    ...(skill.code && { humanCodingScheme: skill.code }),
    fullStatement: skill.statement,
    abbreviatedStatement: skill.name,
    CFItemType: 'Standard',
    ...(skill.keywords.length > 0 && { conceptKeywords: skill.keywords }),
    educationLevel: ['09', '10'],
    language: 'en',
  };
}

function documentOf(root: Node, api: string, leaf: CaseLeaf): CaseRecord {
  const link = node(api, 'CFPackages', root.identifier, root.title);
  return {
    identifier: root.identifier,
    uri: root.uri,
    ...(leaf === 'v1p0' ? { CFPackageURI: link } : { caseVersion: '1.1', frameworkType: 'Course' }),
    creator: 'Harbour College',
    title: root.title,
    lastChangeDateTime: changed,
    publisher: 'Harbour College',
    description: 'To practise on.',
    subject: ['Practice'],
    language: 'en',
    version: '1',
    adoptionStatus: 'Adopted',
    licenseURI: node(api, 'CFLicenses', uuidOf('CC BY 4.0'), 'CC BY 4.0'),
  };
}

function node(api: string, collection: string, identifier: string, title: string): Node {
  return { title, identifier, uri: `${api}/${collection}/${identifier}` };
}
