import { expect, it } from 'vitest';
import type { RegistryAdapter } from '../../lib/registries/adapter.ts';
import { createCompleteSkill } from '../../lib/services/complete-skill.ts';
import { foundSkill } from '../support/samples.ts';
import { adaptersWith, adapterWith, failure, patient, registryNamed } from './support.ts';

const registry = registryNamed('Practice');
const found = foundSkill({ source: { registry: registry.id, name: 'Practice' } });
const { source: _, ...skill } = found;

function completeWith(osmt: RegistryAdapter) {
  return createCompleteSkill({
    registry: async (id) => (id === registry.id ? registry : undefined),
    adapters: adaptersWith({ osmt }),
    connect: async () => ({ registry, fetch, now: Date.now }),
  });
}

it('adds what the registry knows beyond the row, and keeps address and source as they were found', async () => {
  const whole = {
    ...skill,
    uri: 'https://elsewhere.example/1',
    category: 'Numeracy',
    framework: { name: 'Ratios II' },
  };
  const complete = completeWith(adapterWith({ getSkill: async () => whole }));
  expect(await complete(found, patient)).toEqual({ ...whole, uri: found.uri, source: found.source });
});

it.each([
  ['its registry was removed', { ...found, source: { registry: 'starter', name: 'Starter library' } }, adapterWith({})],
  ['its registry answers no single skills', found, adapterWith({})],
  ['its registry fails', found, adapterWith({ getSkill: () => Promise.reject(failure(registry, 'timed-out')) })],
])('answers the row itself where %s', async (_case, row, adapter) => {
  expect(await completeWith(adapter)(row, patient)).toEqual(row);
});

it('hides no bug', async () => {
  const complete = completeWith(adapterWith({ getSkill: () => Promise.reject(new TypeError('a bug')) }));
  await expect(complete(found, patient)).rejects.toThrow('a bug');
});
