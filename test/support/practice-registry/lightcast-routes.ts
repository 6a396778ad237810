import { createHash } from 'node:crypto';
import type { Oauth } from './oauth-routes.ts';
import { type Incoming, json, type Reply } from './reply.ts';
import type { Side } from './side.ts';
import type { HeldSkill } from './skill-files.ts';

/** Makes a Lightcast Open Skills that answers under `{url}/lightcast` (docs.lightcast.io, Skills API). */
export function createLightcast(skills: readonly HeldSkill[], oauth: Oauth): Side {
  const rows = skills.map(row);

  function search(query: URLSearchParams): Reply {
    const words = (query.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const found = rows.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
    const fields = (query.get('fields') ?? 'id,type,name,infoUrl').split(',');
    return json({ data: found.slice(0, Number(query.get('limit') ?? found.length)).map((one) => only(one, fields)) });
  }

  function answer({ path, query }: Incoming): Reply {
    const [, release, rest = ''] = /^\/lightcast\/versions\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    if (path === '/lightcast/versions') return json({ data: ['9.12', '9.11'] });
    if (!release || !['latest', '9.12', '9.11'].includes(release)) return error(404, 'Version not found');
    const version = release === 'latest' ? '9.12' : release;
    if (rest === '') return json({ data: { version, fields: ['id', 'name'], skillCount: rows.length } });
    if (rest === '/skills') return search(query);
    const found = rows.find(({ id }) => rest === `/skills/${id}`);
    return found ? json({ attributions: [], data: found }) : error(404, `Skill ${rest.split('/').at(-1)} not found`);
  }

  return {
    route(incoming) {
      if (!incoming.path.startsWith('/lightcast/')) return undefined;
      return oauth.admits(incoming.headers) ? answer(incoming) : json({ message: 'Unauthorized' }, 401);
    },
  };
}

type Row = ReturnType<typeof row>;

function row({ uuid, name, statement, categories }: HeldSkill) {
  const id = `KS${createHash('md5').update(uuid).digest('hex').slice(0, 18).toUpperCase()}`;
  return {
    id,
    name,
    type: { id: 'ST1', name: 'Specialized Skill' },
    infoUrl: `https://lightcast.io/open-skills/skills/${id}`,
    description: statement,
    // A category that is none comes as an object of null.
    category: categories[0] ? { id: 7, name: categories[0] } : { id: 0, name: null },
    subcategory: { id: 0, name: null },
  };
}

function only(whole: Row, fields: string[]): Partial<Row> {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => fields.includes(name)));
}

function error(status: number, detail: string): Reply {
  return json({ errors: [{ status, title: 'Resource could not be found', detail }] }, status);
}
