import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const folder = new URL('../../../shared/data/conformance/schemaorg/', import.meta.url);

const Cases = z.array(z.object({ inputs: z.record(z.string(), z.string()) }));

/** The examples of schema.org as pages, one for each syntax; none where that folder is not beside the project. */
export function schemaOrgPages(): string[] {
  if (!existsSync(folder)) return [];
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  return Cases.parse(JSON.parse(read('cases.json'))).flatMap(({ inputs }) => Object.values(inputs).map(read));
}
