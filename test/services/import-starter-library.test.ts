import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isWebAddress } from '../../lib/domain/web-address.ts';
import { createImportStarterLibrary, skillsOf } from '../../lib/services/import-starter-library.ts';
import { openSkillIndex } from '../../lib/skill-index/index.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { patient } from './support.ts';

const shipped = readFileSync(fileURLToPath(new URL('../../public/starter-library.json', import.meta.url)), 'utf8');
const skills = skillsOf(shipped);

describe('the starter library', () => {
  it('has at least 150 skills in at least 10 categories', () => {
    expect(skills.length).toBeGreaterThanOrEqual(150);
    expect(new Set(skills.map(({ category }) => category)).size).toBeGreaterThanOrEqual(10);
  });

  it('gives each an id and a name of its own that others can keep', () => {
    expect(new Set(skills.map(({ uri }) => uri)).size).toBe(skills.length);
    expect(new Set(skills.map(({ name }) => name)).size).toBe(skills.length);
    for (const { uri } of skills) {
      expect(isWebAddress(uri) || /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uri), uri).toBe(true);
    }
  });

  it('says of each, as one sentence, what the learner does', () => {
    for (const { statement, keywords } of skills) {
      expect(statement).toMatch(/^The learner [a-z].+[^.]\.$/);
      expect(keywords.length).toBeGreaterThan(0);
    }
  });

  it('is dedicated to the public domain, and a collection of its own', () => {
    expect(new Set(skills.map(({ license }) => license))).toEqual(
      new Set(['https://creativecommons.org/publicdomain/zero/1.0/']),
    );
    expect(new Set(skills.map(({ framework }) => framework?.uri)).size).toBe(1);
    expect(skills[0]?.framework?.name).toBe('Plumbline starter library');
  });

  it('writes occupation codes as O*NET-SOC does', () => {
    const codes = skills.flatMap(({ occupations }) => occupations?.map(({ code }) => code) ?? []);
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes) expect(code).toMatch(/^\d\d-\d{4}\.\d\d$/);
  });

  it('counts itself rightly in its own description', () => {
    expect(JSON.parse(shipped).description).toContain(`${skills.length} skills`);
  });
});

describe('its import', () => {
  let database: PlumblineDatabase;
  let reads: number;
  beforeEach(() => {
    database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
    reads = 0;
  });
  afterEach(() => database.delete());

  const index = () => openSkillIndex(database);
  const importOf = (version: string, text = shipped, over = index()) =>
    createImportStarterLibrary({
      database,
      index: over,
      read: async () => {
        reads += 1;
        return text;
      },
      version,
    });
  const find = async (text: string) => (await index().search(text)).map(({ skill }) => skill.name);
  const small = (name: string) => {
    const library = JSON.parse(shipped);
    return JSON.stringify({ ...library, skills: [{ ...library.skills[0], skillName: name }] });
  };

  it('makes every skill findable, and does nothing the second time', async () => {
    await importOf('1')(patient);
    expect(await find('boolean search')).toContain('Search Strategy Building');
    expect(await database.imports.toArray()).toMatchObject([
      { framework: 'starter', version: '1', skills: skills.length },
    ]);
    await importOf('1')(patient);
    expect(reads).toBe(1);
  });

  it('begins anew where it was cut short, and leaves nothing twice', async () => {
    const aborter = new AbortController();
    const cut = index();
    const aborting = {
      ...cut,
      add: (...[list, options]: Parameters<typeof cut.add>) =>
        cut.add(list, { ...options, onProgress: () => aborter.abort() }),
    };
    await expect(importOf('1', shipped, aborting)(aborter.signal)).rejects.toThrow();
    expect(await database.imports.count()).toBe(0);
    expect(await find('boolean search')).toEqual([]);
    await importOf('1')(patient);
    expect((await find('Search Strategy Building')).filter((name) => name === 'Search Strategy Building')).toHaveLength(
      1,
    );
  });

  it('is made again, with no double, where the worker died before it could note that it was done', async () => {
    await importOf('1')(patient);
    await database.imports.clear();
    await importOf('1')(patient);
    expect((await find('Search Strategy Building')).filter((name) => name === 'Search Strategy Building')).toHaveLength(
      1,
    );
  });

  it('replaces the library of an older version, which answers until then', async () => {
    await importOf('1', small('Older Wording'))(patient);
    const broken = { ...index(), add: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };
    await expect(importOf('2', small('Newer Wording'), broken)(patient)).rejects.toThrow();
    expect(await find('wording')).toEqual(['Older Wording']);
    await importOf('2', small('Newer Wording'))(patient);
    expect(await find('wording')).toEqual(['Newer Wording']);
  });

  it.each(['', '{}', '{"id":1,"skills":[]}', '<!doctype html>'])('keeps nothing of a file that is %j', async (text) => {
    await expect(importOf('1', text)(patient)).rejects.toThrow();
    expect(await database.imports.count()).toBe(0);
  });
});
