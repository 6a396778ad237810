import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { choosing, disagreeing, winning } from '../../lib/domain/learning-resource.ts';
import { createRecallChoices } from '../../lib/services/recall-choices.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { keepResource } from '../../lib/store/resources.ts';

const address = 'https://lessons.example/graph';
const read = {
  resource: {
    address,
    fields: {
      title: [{ value: 'Graphs', by: 'json-ld' as const }],
      level: [
        { value: 'Grade 8', by: 'json-ld' as const },
        { value: 'Grade 7', by: 'microdata' as const },
        { value: 'Grade 9', by: 'meta' as const },
      ],
    },
  },
  declared: [],
  sources: [],
  warnings: [],
};

let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

it('shows a page that was read again with what the person chose before, and the rest as the page says it now', async () => {
  const chosen = { ...read.resource, fields: choosing(read.resource.fields, 'level', 'microdata') };
  await keepResource(database, chosen, new Date());
  const now = {
    ...read,
    resource: {
      ...read.resource,
      fields: { ...read.resource.fields, title: [{ value: 'Graphs, revised', by: 'json-ld' as const }] },
    },
  };
  const { resource } = await createRecallChoices(database)(now);
  expect(winning(resource?.fields ?? {}, 'level')).toEqual([{ value: 'Grade 7', by: 'person' }]);
  expect(disagreeing(resource?.fields ?? {}, 'level').map(({ value }) => value)).toEqual(['Grade 8', 'Grade 9']);
  expect(winning(resource?.fields ?? {}, 'title')).toEqual([{ value: 'Graphs, revised', by: 'json-ld' }]);
});

it('lets the person change their mind, and keeps one choice a field', () => {
  const twice = choosing(choosing(read.resource.fields, 'level', 'microdata'), 'level', 'meta');
  expect(twice.level?.map(({ value, by }) => `${value} ${by}`)).toEqual([
    'Grade 9 person',
    'Grade 8 json-ld',
    'Grade 7 microdata',
    'Grade 9 meta',
  ]);
});

it('leaves a page alone of which nothing was kept', async () => {
  expect(await createRecallChoices(database)(read)).toEqual(read);
});
