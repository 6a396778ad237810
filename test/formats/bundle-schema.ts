import * as z from 'zod';
import { PlumblineBundle } from '../../lib/domain/plumbline-bundle.ts';

/** The JSON Schema (2020-12) of Plumbline's bundle, made from the schema that the code reads it by. */
export function bundleSchema(): string {
  const schema = z.toJSONSchema(PlumblineBundle, { unrepresentable: 'any', io: 'input' });
  const about = { title: 'Plumbline bundle, release 1', description: 'See bundle-format.md beside this file.' };
  return `${JSON.stringify({ $schema: schema.$schema, ...about, ...schema }, undefined, 2)}\n`;
}
