import { createHash } from 'node:crypto';
import { type HeldSignature, SheetRefusal, verifySheet } from './cass-sheet.ts';
import { readParts } from './multipart.ts';
import { readQuery } from './query-string.ts';
import { asObject, type Incoming, json, parse, type Reply, text } from './reply.ts';
import type { Side } from './side.ts';
import type { HeldSkill } from './skill-files.ts';

/** One accepted write: one version of an object. */
export type AcceptedWrite = {
  /** Id with version. */
  id: string;
  /**
   * How often this very version came. More than once where a browser sends a POST again by itself, as Chromium does
   * when a line that it had used before breaks; a publisher that sends twice makes two versions.
   */
  times: number;
  /** The signatures that held; empty for an unsigned write. */
  signatures: HeldSignature[];
};

/** An object that somebody published. */
export type PublishedObject = {
  /** Id without version. */
  id: string;
  object: Record<string, unknown>;
  /** Whether every accepted write came with a signature that held, by an owner of the object. */
  verified: boolean;
  writes: AcceptedWrite[];
};

type Stored = { versions: Map<string, Record<string, unknown>>; writes: AcceptedWrite[] };

/** The CASS half of the practice registry. */
export type CassSide = Side & {
  published(): PublishedObject[];
  /** How many versions were accepted since the start, those of objects that are gone included. */
  accepted(): number;
};

const absent = 'Object not found or you did not supply sufficient permissions to access the object.';

/** Makes a CASS that answers under `{url}/api`, with the skills as competencies. */
export function createCass(url: string, skills: readonly HeldSkill[]): CassSide {
  const base = `${url}/api`;
  const seeds = new Map(seedObjects(base, skills).map((object) => [shortId(String(object['@id'])), object]));
  const stored = new Map<string, Stored>();
  let accepted = 0;
  // Milliseconds by which its clock is ahead of the true one.
  let clockOffset = 0;

  function now(): number {
    return Date.now() + clockOffset;
  }

  function latest(id: string): Record<string, unknown> | undefined {
    return [...(stored.get(id)?.versions.values() ?? [])].at(-1) ?? seeds.get(id);
  }

  function everything(): Record<string, unknown>[] {
    return [...new Set([...seeds.keys(), ...stored.keys()])].map(latest).filter((object) => object !== undefined);
  }

  /** The short id that a path means: by its last segments, or by the MD5 of the short id. */
  function idAt(rest: string): string {
    const uid = shortId(`${base}/data/${rest}`).split('/').at(-1);
    const known = [...stored.keys(), ...seeds.keys()];
    return known.find((id) => id.endsWith(`/${uid}`) || md5(id) === uid) ?? shortId(`${base}/data/${rest}`);
  }

  /** Whether whoever signed may see an object: one with readers is shown to those whose key is somewhere in it. */
  function shows(object: Record<string, unknown>, signatures: HeldSignature[]): boolean {
    if ([object.reader ?? []].flat().length === 0) return true;
    const text = JSON.stringify(object);
    return signatures.some(({ owner }) => text.includes(owner));
  }

  function search(query: URLSearchParams, signatures: HeldSignature[]): Reply {
    const start = Number(query.get('start') ?? 0);
    const size = Math.min(Number(query.get('size') ?? 50), 10_000);
    const types = (query.get('index_hint') ?? '*').split(',').map((hint) => hint.replaceAll('*', '').toLowerCase());
    const match = readQuery(query.get('q') ?? '*');
    const found = everything()
      .filter((object) => types.some((type) => String(object['@type']).toLowerCase().endsWith(type)))
      .filter(match);
    // Hidden objects are taken out of the page, as the real one does: a page may have fewer than asked for.
    return json(found.slice(start, start + size).filter((object) => shows(object, signatures)));
  }

  function readMany({ headers, body }: Incoming, signatures: HeldSignature[]): Reply {
    const asked = parse(readParts(headers['content-type'], body)?.get('data') ?? '');
    if (!Array.isArray(asked)) return text('Unexpected end of JSON input', 500);
    const found = asked
      .map((path) => latest(idAt(String(path).replace('data/', ''))))
      .filter((one) => one !== undefined);
    // In no order that anybody could rely on.
    return json(found.filter((object) => shows(object, signatures)).reverse());
  }

  function read(rest: string, history: boolean, signatures: HeldSignature[]): Reply {
    const id = idAt(rest);
    const version = /\/(\d+)$/.exec(rest)?.[1];
    const versions = stored.get(id)?.versions;
    if (history && versions) return json([...versions.values()].reverse());
    const object = (version && versions?.get(version)) || latest(id);
    return object && shows(object, signatures) ? json(object) : text(absent, 404);
  }

  function write(rest: string, { headers, body }: Incoming): Reply {
    const parts = readParts(headers['content-type'], body);
    const object = asObject(parse(parts?.get('data') ?? ''));
    if (!parts || !object) return text('Unexpected end of JSON input', 500);
    for (const member of ['@id', '@type', '@context'])
      if (!object[member]) return text(`Object must have an ${member}.`, 400);
    const signatures = verifySheet(parts.get('signatureSheet'), now());
    const id = idAt(rest);
    const old = latest(id);
    if (old && !mayChange(old, signatures)) return text('Only an owner of an object may change it.', 401);
    const entry: Stored = stored.get(id) ?? { versions: new Map(), writes: [] };
    entry.versions.set(/\/(\d+)$/.exec(rest)?.[1] ?? String(now()), object);
    stored.set(id, entry);
    const repeated = entry.writes.find((write) => write.id === object['@id']);
    if (repeated) repeated.times += 1;
    else {
      entry.writes.push({ id: String(object['@id']), times: 1, signatures });
      accepted += 1;
    }
    return { status: 200, body: '' };
  }

  function remove(rest: string, { headers }: Incoming): Reply {
    const id = idAt(rest);
    const old = latest(id);
    if (!old) return text(absent, 404);
    const signatures = verifySheet(headers.signaturesheet?.toString(), now());
    if (!mayChange(old, signatures)) return text('Only an owner of an object may delete it.', 401);
    stored.delete(id);
    seeds.delete(id);
    return { status: 200, body: '' };
  }

  return {
    route(incoming) {
      const { path, query, method } = incoming;
      if (path === '/api/ping') return json(pong(now()));
      const many = path === '/api/sky/repo/multiGet' && method === 'POST';
      const rest = /^\/api\/data\/?(.*)$/.exec(path)?.[1];
      if (rest === undefined && !many) return undefined;
      try {
        if (rest !== undefined && method === 'POST') return write(rest, incoming);
        if (rest !== undefined && method === 'DELETE') return remove(rest, incoming);
        const signatures = verifySheet(incoming.headers.signaturesheet?.toString(), now());
        if (rest === undefined) return readMany(incoming, signatures);
        if (rest === '' || query.has('q')) return search(query, signatures);
        return read(rest, query.get('history') === 'true', signatures);
      } catch (error) {
        if (error instanceof SheetRefusal) return text(error.message, error.status);
        return text(String(error), 500);
      }
    },
    published() {
      return [...stored].map(([id, { writes }]) => {
        const object = latest(id) ?? {};
        const verified = writes.every(({ signatures }) => signatures.length > 0 && mayChange(object, signatures));
        return { id, object, verified, writes };
      });
    },
    accepted: () => accepted,
    order({ clear, forget, clockOffset: offset }) {
      if (clear) clockOffset = 0;
      if (offset !== undefined) clockOffset = offset;
      if (!forget) return;
      stored.clear();
      accepted = 0;
    },
    cors({ path, headers }) {
      if (!/^\/api\/(ping|data|sky)\b/.test(path)) return undefined;
      return {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
        'access-control-allow-methods': 'GET, HEAD, PUT, PATCH, POST, DELETE',
      };
    },
  };
}

function pong(time: number) {
  return {
    ping: 'pong',
    version: '1.6.10',
    time,
    signatureSheetHashAlgorithm: 'SHA-256',
    postMaxSize: 20_000_000,
    fips: 0,
  };
}

function mayChange(object: Record<string, unknown>, signatures: HeldSignature[]): boolean {
  const owners = [object.owner ?? object['@owner'] ?? []].flat().map(String);
  return owners.length === 0 || signatures.some(({ owner }) => owners.includes(owner));
}

function seedObjects(base: string, skills: readonly HeldSkill[]): Record<string, unknown>[] {
  const type = (name: string) => `schema.cassproject.org.0.4.${name}`;
  const context = 'https://schema.cassproject.org/0.4';
  const idOf = ({ uuid }: HeldSkill) => `${base}/data/${type('Competency')}/${uuid}/1700000000000`;
  const competencies = skills.map((skill) => ({
    '@context': context,
    '@id': idOf(skill),
    '@type': 'Competency',
    // Real repositories have both forms.
    name: skill.language ? { '@language': skill.language, '@value': skill.name } : skill.name,
    description: skill.statement,
    ...(skill.code && { 'ceasn:codedNotation': skill.code }),
    ...(skill.categories[0] && { 'ceasn:competencyCategory': skill.categories[0] }),
  }));
  const about = (noun: string, uuid: string) => `${base}/data/${type(noun)}/${uuid}/1700000000000`;
  const byUuid = new Map(skills.map((skill) => [skill.uuid, skill]));
  const relation = (source: HeldSkill, relationType: string, uuid = '') => {
    const target = byUuid.get(uuid);
    if (!target) return [];
    const ends = { source: shortId(idOf(source)), target: shortId(idOf(target)) };
    const id = about('Relation', `${source.uuid}-${relationType}`);
    return [{ '@context': context, '@id': id, '@type': 'Relation', ...ends, relationType }];
  };
  const relationsOf = (skill: HeldSkill) => [
    ...relation(skill, 'narrows', skill.parent),
    ...relation(skill, 'isEquivalentTo', skill.same),
  ];
  const levelsOf = (skill: HeldSkill) =>
    skill.level
      ? [
          {
            '@context': context,
            '@id': about('Level', `${skill.uuid}-level`),
            '@type': 'Level',
            name: skill.level,
            competency: shortId(idOf(skill)),
          },
        ]
      : [];
  const frameworks = new Map(skills.flatMap(({ framework }) => (framework ? [[framework.uuid, framework.name]] : [])));
  const lists = [...frameworks].map(([uuid, name]) => {
    const members = skills.filter(({ framework }) => framework?.uuid === uuid);
    const ids = (objects: { '@id': string }[]) => objects.map((object) => shortId(object['@id']));
    return {
      '@context': context,
      '@id': about('Framework', uuid),
      '@type': 'Framework',
      name,
      competency: members.map((skill) => shortId(idOf(skill))),
      relation: ids(members.flatMap(relationsOf)),
      level: ids(members.flatMap(levelsOf)),
    };
  });
  return [...competencies, ...lists, ...skills.flatMap(relationsOf), ...skills.flatMap(levelsOf)];
}

function shortId(id: string): string {
  return id.replace(/(\/api\/data\/[^/]+\/[^/]+)\/\d+$/, '$1');
}

function md5(id: string): string {
  return createHash('md5').update(id).digest('hex');
}
