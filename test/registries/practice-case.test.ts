import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { packagesOf } from '../support/practice-registry/case-packages.ts';
import { readSkillFile } from '../support/practice-registry/skill-files.ts';
import { fixture, hasRecorded } from './support.ts';

const schemas = fileURLToPath(new URL('../../../shared/data/schemas/case/', import.meta.url));
const skills = ['osmt-rows.json', 'ctdl-asn-graph.json'].flatMap((name) => readSkillFile(fixture(name)));

function judge(file: string, ajv: Ajv) {
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(join(schemas, file), 'utf8')));
}

describe.skipIf(!hasRecorded(2))('the packages of the practice CASE', () => {
  it('are what the schema of 1.0 wants', () => {
    // The schema has formats of its own (int32) and lists members of another type beside a reference.
    const fits = judge(
      'case-v1p0-cfpackage-schema.json',
      new Ajv({ strict: false, validateFormats: true, formats: { int32: true } }),
    );
    for (const made of packagesOf('https://case.example/ims/case/v1p0', skills, 'v1p0'))
      expect([fits(made), fits.errors]).toEqual([true, null]);
  });

  it('are what the schema of 1.1 wants', () => {
    const fits = judge('case-v1p1-cfpackage.json', new Ajv2019({ strict: false }));
    for (const made of packagesOf('https://case.example/ims/case/v1p1', skills, 'v1p1'))
      expect([fits(made), fits.errors]).toEqual([true, null]);
  });
});
