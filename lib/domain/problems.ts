// Written by "npm run words" from locales/en/problem.json. Do not edit it.
// biome-ignore-all format: a line for each text, however long
export * from './problems/around.ts';
export * from './problems/backups.ts';
export * from './problems/documents.ts';
export * from './problems/formats.ts';
export * from './problems/keys.ts';
export * from './problems/messages.ts';
export * from './problems/pages.ts';
export * from './problems/registries.ts';
export * from './problems/store.ts';
