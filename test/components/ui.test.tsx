// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { FirstRun } from '../../components/skill/FirstRun.tsx';
import { Marked } from '../../components/skill/Marked.tsx';
import { SkillText } from '../../components/skill/SkillText.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { ProblemNotice } from '../../components/ui/Notice.tsx';
import { ProblemError } from '../../lib/domain/problem.ts';
import { R310 } from '../../lib/domain/problems.ts';
import { speak } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import english from '../../locales/en.words';
import { speakPseudo, unsaid } from '../support/pseudo.ts';
import { foundSkill } from '../support/samples.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

function Broken({ error }: { error: unknown }): never {
  throw error;
}

function FailingQuery() {
  useKept(() => Promise.reject(new ProblemError({ code: 'S210', message: 'Newer.' })), []);
  return <p>fine</p>;
}

describe('a problem as a notice', () => {
  const notice = () => show(<ProblemNotice problem={R310({ name: 'Practice' })} />);

  it('leaves no sentence unsaid in another language', () => {
    speakPseudo();
    const { container } = notice();
    speak('en', english);
    expect(unsaid(container)).toEqual([]);
    expect(screen.getByRole('alert').textContent).toContain('R310');
  });

  it('is copied for whoever is asked for help', async () => {
    const user = userEvent.setup();
    const { browser } = world.extension;
    held.browser = { ...browser, runtime: { ...browser.runtime, getManifest: () => ({ version: '1.2.3' }) } };
    const { container } = notice();
    await user.click(screen.getByRole('button', { name: 'Copy the details, for whoever is asked for help' }));
    await screen.findByRole('button', { name: 'Copied' });
    const copied = await navigator.clipboard.readText();
    expect(copied).toMatch(/^R310 Practice could not be reached\.\nPlumbline 1\.2\.3\n.*jsdom/);
    await expectAccessible(container);
  });
});

describe('the error boundary', () => {
  /** React says there what it caught; that is its own log of it and not ours to fail by. */
  const quietly = () => vi.spyOn(console, 'error').mockImplementation(() => {});

  it.each([
    [
      'an expected problem',
      new ProblemError({ code: 'S210', message: 'Written by a newer Plumbline.' }),
      /newer Plumbline.*S210/,
    ],
    [
      'one that the database wrapped',
      Object.assign(new Error('x'), { inner: new ProblemError({ code: 'S210', message: 'Newer.' }) }),
      /S210/,
    ],
    ['a bug', new TypeError('secret'), /unexpected \(TypeError\).*M603/],
    ['something that is no error', 'secret', /unexpected.*M603/],
  ])('shows %s instead of a blank screen, and no more of it than a person can use', async (_case, error, words) => {
    quietly();
    const { container } = show(
      <ErrorBoundary>
        <Broken error={error} />
      </ErrorBoundary>,
    );
    expect(screen.getByRole('alert').textContent).toMatch(words);
    expect(container.textContent).not.toContain('secret');
    await expectAccessible(container);
  });

  it('catches a live query that fails', async () => {
    quietly();
    show(
      <ErrorBoundary>
        <FailingQuery />
      </ErrorBoundary>,
    );
    expect((await screen.findByRole('alert')).textContent).toContain('S210');
  });
});

describe('a skill in one run of text', () => {
  it('has its code, its name and its statement, in its own language', () => {
    const { container } = show(<SkillText skill={foundSkill({ language: 'de' })} />);
    expect(container.textContent).toBe(`7.RF.B.2 Slope · ${foundSkill().statement}`);
    expect(container.querySelector('[lang]')?.getAttribute('lang')).toBe('de');
  });

  it('says a name once where the statement is the same', () => {
    const { container } = show(<SkillText skill={{ name: 'Slope', statement: 'Slope' }} />);
    expect(container.textContent).toBe('Slope');
  });
});

describe('marked words', () => {
  it.each([
    ['', 'a line'],
    ['line', 'a line'],
    ['zzz', 'a line'],
    ['a li', 'a line'],
    ['(.*', 'what (.*) is'],
    ['größe', 'Größe und Maß'],
    ['e', '👩‍🎓 e\u0301 e'],
  ])('leave the text as it is: %j in %j', (query, text) => {
    expect(show(<Marked text={text} query={query} />).container.textContent).toBe(text);
  });
});

describe('the first run', () => {
  it('counts the starter library once it is here, and claims it no sooner', async () => {
    const { container } = show(<FirstRun />);
    expect(container.textContent).not.toContain('is on this device');
    await world.database.imports.put({
      framework: 'starter',
      version: '1',
      skills: 213,
      at: '2026-03-01T10:00:00.000Z',
    });
    expect(await screen.findByText(/213 skills, no account needed/)).toBeDefined();
    expect(container.textContent).toContain('The starter library is on this device.');
    await expectAccessible(container);
  });
});
