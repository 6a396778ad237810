/** Writes docs/bundle.schema.json, the JSON Schema of Plumbline's bundle, from the schema that the code reads it by. */
import { writeFileSync } from 'node:fs';
import { bundleSchema } from '../test/formats/bundle-schema.ts';

writeFileSync(new URL('../docs/bundle.schema.json', import.meta.url), bundleSchema());
