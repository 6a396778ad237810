// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { AlignmentList } from '../../components/alignment/AlignmentList.tsx';
import type { FoundSkill } from '../../lib/domain/skill.ts';
import { openSkillIndex } from '../../lib/skill-index/index.ts';
import { keptFramework } from '../support/frameworks.ts';
import { foundSkill } from '../support/samples.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, keptAlignment, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

it('says that a skill changed at its source, and offers the one that took its place where it is kept here', async () => {
  const replacement = 'https://skills.example/newer';
  const { source: _, ...newer } = foundSkill({ uri: replacement, name: 'Newer', code: 'N.1' });
  await openSkillIndex(world.database).add([newer], { framework: 'starter' });
  await world.database.frameworks.put(keptFramework());
  const uri = 'https://skills.example/older';
  const stale = { uri, framework: 'starter', status: 'replaced', replacedBy: replacement } as const;
  const chosen: FoundSkill[] = [];
  const { container } = show(
    <AlignmentList
      alignments={[keptAlignment({ stale })]}
      registryNames={new Map()}
      onEdit={() => {}}
      onRemove={() => {}}
      onReplace={(skill) => chosen.push(skill)}
    />,
  );
  expect(screen.getByText('Changed at its source: replaced')).toBeDefined();
  await userEvent.click(await screen.findByRole('button', { name: 'Align to N.1 instead' }));
  expect(chosen.map(({ uri }) => uri)).toEqual([replacement]);
  await expectAccessible(container);
});
