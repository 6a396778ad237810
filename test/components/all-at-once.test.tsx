// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AllAtOnce } from '../../components/ui/AllAtOnce.tsx';
import { useWaiting } from '../../lib/queries/all-at-once.ts';

/** Says its name; waits until it is pressed. */
function Part({ name, waits = true }: { name: string; waits?: boolean }) {
  const [isWaiting, setWaiting] = useState(waits);
  useWaiting(isWaiting);
  return (
    <>
      <button type="button" onClick={() => setWaiting(false)}>
        {name}
      </button>
      {!isWaiting && waits && <Part name={`${name} again`} waits={name === 'first'} />}
    </>
  );
}

const seen = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);
const answer = (name: string) => act(async () => screen.getByText(name).click());

describe('a page that shows its parts all at once', () => {
  afterEach(() => {
    vi.useRealTimers();
    cleanup();
  });

  it('is seen when the last part knows what it shows, and those that come of it', async () => {
    render(
      <AllAtOnce>
        <Part name="first" />
        <Part name="second" />
      </AllAtOnce>,
    );
    await answer('second');
    await answer('first');
    expect(seen()).toEqual([]);
    await answer('first again');
    expect(seen()).toEqual(['first', 'first again', 'first again again', 'second', 'second again']);
  });

  it('is seen at once where nothing is waited for', async () => {
    await act(async () =>
      render(
        <AllAtOnce>
          <Part name="only" waits={false} />
        </AllAtOnce>,
      ),
    );
    expect(seen()).toEqual(['only']);
  });

  it('does not wait for a part for more than a second', () => {
    vi.useFakeTimers();
    render(
      <AllAtOnce>
        <Part name="slow" />
      </AllAtOnce>,
    );
    expect(seen()).toEqual([]);
    act(() => void vi.advanceTimersByTime(1000));
    expect(seen()).toEqual(['slow']);
  });

  it('goes to the place that its address names', async () => {
    const shown: string[] = [];
    Element.prototype.scrollIntoView = function (this: Element) {
      shown.push(this.id);
    };
    location.hash = '#backup';
    await act(async () =>
      render(
        <AllAtOnce>
          <section id="backup" />
        </AllAtOnce>,
      ),
    );
    location.hash = '';
    expect(shown).toEqual(['backup']);
  });
});
