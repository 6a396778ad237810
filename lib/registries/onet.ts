import * as z from 'zod/mini';
import { onetAddress, onetElement, onetOccupation, onetPlace } from '../domain/onet-address.ts';
import type { Skill } from '../domain/skill.ts';
import type { TreeNode } from '../domain/skill-tree.ts';
import { typedAddress } from '../domain/web-address.ts';
import type { Connection, RegistryAdapter } from './adapter.ts';
import { cutAddress } from './base-address.ts';
import { testSteps } from './connection-test.ts';
import { notOurs } from './not-ours.ts';
import {
  elementOf,
  OnetDetails,
  type OnetGroup,
  OnetOccupation,
  onetAttribution,
  onetGroups,
  onetLicence,
  rowsIn,
  type Weighed,
} from './onet-element.ts';
import { type OnetFinds, ranked } from './onet-ranking.ts';
import { askOnet, gone } from './onet-request.ts';
import { RegistryError } from './registry-error.ts';
import { readable } from './rows.ts';

const home = 'https://api-v2.onetcenter.org';

/** How many of the occupations that a text finds are looked into: five calls each, after the one that finds them. */
const occupationsLookedInto = 2;

/** How many rows of one part of an occupation are asked for; no part has more, but some have more tasks. */
const rowsOfPart = 100;

/** How many occupations one page of the list holds. */
const occupationsOfPage = 100;

const Occupations = z.object({
  start: z.optional(z.int()),
  end: z.optional(z.int()),
  total: z.int(),
  occupation: z.array(z.unknown()),
});

const ModelRow = z.object({
  element_id: z.string().check(z.refine((id) => onetElement(id) !== undefined, { error: 'no element id' })),
  element_name: z.string(),
  description: z.catch(z.optional(z.string()), undefined),
});
type ModelRow = z.infer<typeof ModelRow>;

/**
 * O*NET Web Services 2.0 of the U.S. Department of Labor. Its search finds occupations; what is answered are the skills,
 * knowledge, abilities, tasks and software of those. Its data change four times a year.
 */
export const onet: RegistryAdapter = {
  label: 'O*NET',
  home,

  baseOf(text) {
    const url = typedAddress(text);
    if (!url) return undefined;
    const pages = /^((www|services)\.)?(onetonline|onetcenter)\.org$/.test(url.hostname);
    return pages ? home : cutAddress(url, (segment) => /^(online|mnm|database|taxonomy|about)$/.test(segment));
  },

  async search(connection, query, signal) {
    const text = query.text.trim();
    const element = onetElement(text);
    const skills =
      element || !text
        ? (await model(connection, signal))
            .filter((row) => (element ? row.element_id === element : isSkill(row)))
            .map(fromModel)
        : await throughOccupations(connection, text, signal);
    return { skills: skills.slice(0, query.limit) };
  },

  async getSkill(connection, uri, signal) {
    const place = onetPlace(uri);
    if (place?.of === 'element') {
      const row = (await model(connection, signal)).find(({ element_id }) => element_id === place.id);
      if (row) return fromModel(row);
    } else if (place?.of === 'task') {
      const occupation = await overview(connection, place.occupation, signal);
      const found = await part(connection, occupation, groupOf('Tasks'), signal);
      const task = found.find(({ skill }) => skill.uri === onetAddress(place));
      if (task) return { ...task.skill, occupations: [{ code: occupation.code, name: occupation.title }] };
    } else throw notOurs(connection, uri);
    throw gone(connection, uri);
  },

  async listFrameworks(connection, next, signal) {
    const start = /^\d{1,6}$/.test(next ?? '') ? Number(next) : 1;
    const end = start + occupationsOfPage - 1;
    const { body } = await askOnet(connection, `online/occupations?start=${start}&end=${end}`, Occupations, signal);
    const { read } = readable(connection, body.occupation, OnetOccupation);
    const frameworks = read.map(({ code, title }) => ({
      uri: onetAddress({ of: 'occupation', occupation: code }),
      name: title,
      publisher: 'National Center for O*NET Development',
      license: onetLicence,
      attribution: onetAttribution,
      language: 'en',
    }));
    const more = body.occupation.length > 0 && end < body.total;
    return { frameworks, total: body.total, ...(more && { next: String(end + 1) }) };
  },

  async listChildren(connection, uri, signal) {
    const place = onetPlace(uri);
    if (place?.of !== 'occupation' && place?.of !== 'group') throw notOurs(connection, uri);
    const occupation = await overview(connection, place.occupation, signal);
    if (place.of === 'occupation') return onetGroups.map((group) => lineOf(occupation, group));
    const found = await part(connection, occupation, groupOf(place.heading), signal);
    return found.map(({ skill }) => nodeOf(skill));
  },

  testConnection(connection, signal) {
    return testSteps(connection, onet, async () => {
      await askOnet(connection, 'online/occupations?start=1&end=1', Occupations, signal);
      return '2.0';
    });
  },
};

/** The skills of the occupations that a text finds, or of the one whose code it is. */
async function throughOccupations(connection: Connection, text: string, signal: AbortSignal): Promise<Skill[]> {
  const code = onetOccupation(text);
  const occupations = code
    ? await overview(connection, code, signal).then((one) => [one], orNothing)
    : await occupationsFor(connection, text, signal);
  const finds: OnetFinds[] = [];
  // One occupation after the other, five calls at a time: O*NET asks its users to go easy.
  for (const occupation of occupations) {
    finds.push(...(await partsOf(connection, occupation, signal)));
  }
  return ranked(finds, code ? '' : text);
}

async function occupationsFor(connection: Connection, text: string, signal: AbortSignal): Promise<OnetOccupation[]> {
  const query = new URLSearchParams({ keyword: text, start: '1', end: String(occupationsLookedInto) });
  const { body } = await askOnet(connection, `online/search?${query}`, Occupations, signal);
  return readable(connection, body.occupation.slice(0, occupationsLookedInto), OnetOccupation).read;
}

/** All parts of an occupation at once. Where one fails, the others are dropped. */
async function partsOf(connection: Connection, occupation: OnetOccupation, signal: AbortSignal): Promise<OnetFinds[]> {
  const drop = new AbortController();
  const either = AbortSignal.any([signal, drop.signal]);
  const calls = onetGroups.map(async (group) => ({
    occupation,
    // Some occupations have no data of some kind, which O*NET answers as something that it does not have.
    found: await part(connection, occupation, group, either).catch(orNothing),
  }));
  try {
    return await Promise.all(calls);
  } finally {
    drop.abort();
  }
}

function orNothing(error: unknown): [] {
  if (error instanceof RegistryError && error.reason === 'not-found') return [];
  throw error;
}

/** One part of an occupation's details, the most important first. */
async function part(
  connection: Connection,
  occupation: OnetOccupation,
  { path, read }: OnetGroup,
  signal: AbortSignal,
): Promise<Weighed[]> {
  const from = `online/occupations/${occupation.code}/details/${path}?start=1&end=${rowsOfPart}`;
  const { body } = await askOnet(connection, from, OnetDetails, signal);
  return (rowsIn(body) ?? []).flatMap((row) => read(row, occupation));
}

function overview(connection: Connection, code: string, signal: AbortSignal): Promise<OnetOccupation> {
  return askOnet(connection, `online/occupations/${code}/`, OnetOccupation, signal).then(({ body }) => body);
}

/** The content model: every element there is, in 90 kB. The one table that finds an element by its id. */
async function model(connection: Connection, signal: AbortSignal): Promise<ModelRow[]> {
  const Table = z.object({ row: z.array(z.unknown()) });
  const from = 'database/rows/content_model_reference?start=1&end=2000';
  const { body } = await askOnet(connection, from, Table, signal);
  return readable(connection, body.row, ModelRow).read;
}

/** Whether an element is one of those that stand at the ends of the model, below skills, knowledge and abilities. */
function isSkill({ element_id }: ModelRow): boolean {
  return /^(1\.A\.\d\.[a-z]\.\d|2\.[AB]\.\d\.[a-z]|2\.C\.\d+(\.[a-z])?)$/.test(element_id);
}

function fromModel({ element_id, element_name, description }: ModelRow): Skill {
  return elementOf(element_id, element_name, description);
}

function groupOf(heading: string): OnetGroup {
  return onetGroups.find((group) => group.heading === heading) ?? onetGroups[0];
}

function lineOf({ code, title }: OnetOccupation, group: OnetGroup): TreeNode {
  const uri = onetAddress({ of: 'group', occupation: code, heading: group.heading });
  return { uri, name: group.title, statement: `${group.title}: ${title}`, type: 'Group', language: 'en' };
}

function nodeOf({ uri, name, statement, code, type, language }: Skill): TreeNode {
  return { uri, name, statement, type, children: 0, ...(code && { code }), ...(language && { language }) };
}
