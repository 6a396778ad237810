import * as z from 'zod/mini';
import { R317Id } from '../domain/problems.ts';
import type { Skill } from '../domain/skill.ts';
import { isWebAddress, typedAddress } from '../domain/web-address.ts';
import type { Connection, RegistryAdapter } from './adapter.ts';
import { cutAddress } from './base-address.ts';
import { testSteps } from './connection-test.ts';
import { failed } from './failures.ts';
import { type Answer, askJson } from './http.ts';
import { skillsIn } from './rows.ts';

const home = 'https://emsiservices.com/skills';

/** Hosts of pages that are about a skill or the library; the interface stands elsewhere. */
const pageHosts = /^((www|skills)\.)?(lightcast\.io|economicmodeling\.com|emsidata\.com)$/;

/** Where a skill's own page stands, which is its address; the second is where it stood before 2022. */
const pages = ['https://lightcast.io/open-skills/skills/', 'https://skills.emsidata.com/skills/'] as const;

const fields = 'id,name,type,infoUrl,description,category,subcategory';

const Named = z.catch(z.optional(z.object({ name: z.catch(z.optional(z.string()), undefined) })), undefined);

/** An id such as `KS125LS6N7WP4S6SFTCK`: the same in every release. */
const SkillId = z.string().check(z.regex(/^[A-Z0-9]{10,40}$/));

/** A skill as Lightcast answers it (docs.lightcast.io, Skills API). */
const LightcastSkill = z.object({
  id: SkillId,
  name: z.string(),
  description: z.catch(z.optional(z.string()), undefined),
  type: Named,
  category: Named,
});

/**
 * Lightcast Open Skills: one library of the world, searched live with an access token. Its terms allow no copy of it, so
 * it is neither listed nor read whole.
 */
export const lightcast: RegistryAdapter = {
  label: 'Lightcast Open Skills',
  home,
  // The free tier's limit (docs.lightcast.io, Open Skills).
  pace: { requests: 5, milliseconds: 1000 },

  baseOf(text) {
    const url = typedAddress(text);
    if (!url) return undefined;
    return pageHosts.test(url.hostname) ? home : cutAddress(url, (segment) => segment === 'versions');
  },

  async search(connection, query, signal) {
    const text = query.text.trim();
    const asked = new URLSearchParams({ ...(text && { q: text }), limit: String(query.limit), fields });
    const { body } = await askRelease(connection, `/skills?${asked}`, z.object({ data: z.array(z.unknown()) }), signal);
    return skillsIn(connection, body.data.slice(0, query.limit), LightcastSkill, skillOf);
  },

  async getSkill(connection, uri, signal) {
    const path = `/skills/${idOf(connection, uri)}`;
    const { body } = await askRelease(connection, path, z.object({ data: LightcastSkill }), signal);
    return skillOf(body.data);
  },

  testConnection(connection, signal) {
    return testSteps(connection, lightcast, async () => {
      const release = z.object({ data: z.object({ version: z.string() }) });
      return (await askRelease(connection, '', release, signal)).body.data.version;
    });
  },
};

function askRelease<Schema extends z.ZodMiniType>(
  connection: Connection,
  path: string,
  schema: Schema,
  signal: AbortSignal,
): Promise<Answer<z.infer<Schema>>> {
  const { address, version } = connection.registry;
  const release = encodeURIComponent(version || 'latest');
  return askJson(connection, { address: `${address.replace(/\/+$/, '')}/versions/${release}${path}` }, schema, signal);
}

/** The same address for a skill whichever page a release names, so that a skill is one everywhere. */
function skillOf({ id, name, description, type, category }: z.infer<typeof LightcastSkill>): Skill {
  return {
    uri: `${pages[0]}${id}`,
    name,
    statement: description?.trim() || name,
    code: id,
    type: type?.name || 'Skill',
    framework: { uri: 'https://lightcast.io/open-skills', name: 'Lightcast Open Skills' },
    ...(category?.name && { category: category.name }),
    keywords: [],
    sameAs: [`${pages[1]}${id}`],
    language: 'en',
  };
}

function idOf(connection: Connection, uri: string): string {
  const id = SkillId.safeParse(isWebAddress(uri) ? new URL(uri).pathname.split('/').at(-1) : uri).data;
  if (id) return id;
  throw failed(connection, {
    reason: 'refused',
    ...R317Id({ name: connection.registry.name, uri: uri.slice(0, 200) }),
  });
}
