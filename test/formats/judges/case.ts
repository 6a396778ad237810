import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { hasOfficial, official } from '../../jsonld/official-contexts.ts';

type Entry = Record<string, unknown>;

const types10 = [
  'isChildOf',
  'isPeerOf',
  'isPartOf',
  'exactMatchOf',
  'precedes',
  'isRelatedTo',
  'replacedBy',
  'exemplar',
];
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const uri = /^(https?:|urn:|did:)[\u0021-\u007e]+$/;

/** Rules for a CFPackage by hand from the information model: identifiers, required members, types of the release. */
export function expectPackage(file: Entry, release: '1.0' | '1.1'): void {
  expect(Object.keys(file)).toEqual(['CFDocument', 'CFItems', 'CFAssociations', 'CFDefinitions']);
  const document = file.CFDocument as Entry;
  expectNamed(document);
  for (const member of ['creator', 'title']) expect(String(document[member]).trim()).not.toBe('');
  expect(document.caseVersion).toBe(release === '1.1' ? '1.1' : undefined);
  for (const item of file.CFItems as Entry[]) {
    expectNamed(item);
    expect(String(item.fullStatement).trim()).not.toBe('');
  }
  const { CFAssociationGroupings: groupings } = file.CFDefinitions as { CFAssociationGroupings: Entry[] };
  for (const grouping of groupings) expectNamed(grouping);
  const known = groupings.map(({ identifier }) => identifier);
  for (const one of file.CFAssociations as Entry[]) {
    expectNamed(one);
    if (release === '1.0' || !String(one.associationType).startsWith('ext:'))
      expect(types10).toContain(one.associationType);
    else expect(one.associationType).toMatch(/^ext:[A-Za-z0-9.-_]+$/);
    for (const end of [one.originNodeURI, one.destinationNodeURI] as Entry[]) {
      expect(end.identifier).toMatch(uuid);
      expect(end.uri).toMatch(uri);
      expect(String(end.title).trim()).not.toBe('');
      if (release === '1.0') expect(end).not.toHaveProperty('targetType');
    }
    expect(known).toContain((one.CFAssociationGroupingURI as Entry).identifier);
    if (release === '1.0') expect(one).not.toHaveProperty('notes');
  }
}

function expectNamed(entry: Entry): void {
  expect(entry.identifier).toMatch(uuid);
  expect(entry.uri).toMatch(uri);
  expect(entry.lastChangeDateTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
}

/** The package schemas of both releases (1.1 of 1EdTech, 1.0 of OpenSALT); undefined where they are not at hand. */
export function packageErrors(): ((file: Entry, release: '1.0' | '1.1') => string | undefined) | undefined {
  if (!hasOfficial) return undefined;
  const ajv = new Ajv2019({ strict: false, allErrors: true, formats: { int32: true } });
  addFormats.default(ajv);
  const of = (name: string) => {
    const { $schema: _, ...schema } = official(`case/${name}.json`);
    return ajv.compile(schema);
  };
  const schemas = { '1.1': of('case-v1p1-cfpackage'), '1.0': of('case-v1p0-cfpackage-schema') };
  return (file, release) =>
    schemas[release](file) ? undefined : ajv.errorsText(schemas[release].errors, { separator: '\n' });
}
