import { describe, expect, it } from 'vitest';
import { GoneError, until, within } from './until.ts';

describe('until', () => {
  it('answers the first thing that is found, after looks that found nothing or failed', async () => {
    const looks = [() => undefined, () => Promise.reject(new Error('not yet')), () => 'there'];
    expect(await until('it', () => looks.shift()?.())).toBe('there');
  });

  it('tells what was waited for, what was there instead, and what the last look failed on', async () => {
    const vain = until('the moon', () => Promise.reject(new Error('clouds')), { limit: 1, instead: () => 'the sun' });
    await expect(vain).rejects.toThrow('waited 1 ms for the moon; instead:\nthe sun\nclouds');
  });

  it('does not wait on for what is gone', async () => {
    const vain = until('it', () => Promise.reject(new GoneError('the popup closed')));
    await expect(vain).rejects.toThrow(GoneError);
  });
});

describe('within', () => {
  it('passes on what is in time, and names what is not', async () => {
    expect(await within('it', Promise.resolve('there'))).toBe('there');
    await expect(within('the end', new Promise(() => {}), 1)).rejects.toThrow('waited 1 ms for the end');
  });
});
