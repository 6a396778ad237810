import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../lib/domain/evidence.ts';
import { createFindPassage } from '../../lib/services/find-passage.ts';
import { createInject, mostFrames, type Scripting } from '../../lib/services/frames.ts';
import { createReadSelection } from '../../lib/services/read-selection.ts';
import { evidence } from '../support/samples.ts';

/** A document in a tab: what it answers the probe, and what each script. */
type Document = { origin?: string; title?: string; isReady?: boolean; children?: number; answer?: () => unknown };

/** A browser's scripting over a tab with these documents, by frame id; `undefined` refuses every script. */
function scriptingOver(documents: Record<number, Document | undefined>): Scripting & { ran: string[] } {
  const ran: string[] = [];
  return {
    ran,
    async executeScript({ target, files, args }) {
      if (target.allFrames) {
        return Object.entries(documents).flatMap(([id, document]) => {
          if (!document) return [];
          const { origin = 'https://a.example', title = '', isReady = true, children = 0 } = document;
          const url = `https://a.example/${id}`;
          return [{ frameId: Number(id), result: { url, title, origin, isReady, children } }];
        });
      }
      const [frame = 0] = target.frameIds ?? [];
      const document = documents[frame];
      if (!document) throw new Error('Cannot access contents of the page');
      ran.push(`${frame} ${files?.[0] ?? JSON.stringify(args)}`);
      return [{ frameId: frame, result: document.answer?.() }];
    },
  };
}

const script = { file: '/a.js' };

describe('a script in a tab', () => {
  it('is not injected again where it is there, but called', async () => {
    const scripting = scriptingOver({ 0: { answer: () => 'called' } });
    const call = { func: () => null, args: ['count'] };
    const { answers } = await createInject(scripting)(7, { ...script, isThere: true, call });
    expect([scripting.ran, answers[0]?.result]).toEqual([['0 ["count"]'], 'called']);
  });

  it('runs in the page first, then in the frames of its origin that have loaded, and counts the others', async () => {
    const scripting = scriptingOver({
      0: { children: 4, answer: () => 'own' },
      3: { title: 'Lesson', children: 1, answer: () => 'inner' },
      4: { origin: 'https://ads.example' },
      5: { isReady: false },
      6: { answer: () => 'innermost' },
    });
    const { answers, leftOut } = await createInject(scripting)(7, script);
    expect(answers.map(({ frame, result }) => [frame.id, frame.title, result])).toEqual([
      [0, '', 'own'],
      [3, 'Lesson', 'inner'],
      [6, 'https://a.example/6', 'innermost'],
    ]);
    expect(leftOut).toBe(3);
    expect(scripting.ran).toEqual(['0 /a.js', '3 /a.js', '6 /a.js']);
  });

  it('is refused where the page refuses, but not where a frame does that was there a moment ago', async () => {
    await expect(createInject(scriptingOver({ 0: undefined }))(7, script)).rejects.toThrow('Cannot access');
    const gone = () => {
      throw new Error('No frame with id 3');
    };
    const injected = await createInject(scriptingOver({ 0: { children: 1 }, 3: { answer: gone } }))(7, script);
    expect([injected.answers.length, injected.leftOut]).toEqual([1, 1]);
  });

  it(`runs in ${mostFrames} frames at most`, async () => {
    const documents = Object.fromEntries([...Array(51).keys()].map((id) => [id, { children: id === 0 ? 50 : 0 }]));
    const { answers, leftOut } = await createInject(scriptingOver(documents))(7, script);
    expect([answers.length, leftOut]).toEqual([1 + mostFrames, 50 - mostFrames]);
  });

  it('is called with its arguments after its file', async () => {
    const scripting = scriptingOver({ 0: { answer: () => 'called' } });
    const { answers } = await createInject(scripting)(7, { file: '/a.js', call: { func: () => 1, args: ['x'] } });
    expect(scripting.ran).toEqual(['0 /a.js', '0 ["x"]']);
    expect(answers[0]?.result).toBe('called');
  });
});

const over =
  (...results: unknown[]) =>
  async () => ({
    answers: results.map((result, id) => ({
      frame: { id, url: `https://a.example/${id}`, title: `Frame ${id}` },
      result,
    })),
    leftOut: 0,
  });
const refused = async () => {
  throw new Error('Cannot access contents of the page');
};

describe('the selection of a tab', () => {
  const read = (...results: unknown[]) => createReadSelection(over(...results))(7);

  it('is the page’s, without a name, or a frame’s, with its name', async () => {
    expect(await read({ evidence: evidence(), isElsewhere: false })).toEqual(evidence());
    expect(await read({ isElsewhere: true }, { evidence: evidence(), isElsewhere: false })).toEqual({
      ...evidence(),
      frame: 'Frame 1',
    });
  });

  it('is that of the document that the person was last at work in', async () => {
    const [old, fresh] = [evidence('old'), evidence('fresh')];
    const selected = await read({ evidence: old, isElsewhere: true }, { evidence: fresh, isElsewhere: false });
    expect(selected?.quote.exact).toBe('fresh');
    expect((await read({ evidence: old, isElsewhere: true }, { isElsewhere: false }))?.quote.exact).toBe('old');
  });

  it.each([
    ['nothing is selected', [{ isElsewhere: false }]],
    ['the page answers something else', [{ evidence: { quote: 'x' }, isElsewhere: false }, 3, null]],
    ['the address would run a script', [{ evidence: { ...evidence(), address: 'javascript:1' }, isElsewhere: false }]],
  ])('is none where %s', async (_what, results) => {
    expect(await read(...results)).toBeNull();
  });

  it('is none where the page keeps us out', async () => {
    expect(await createReadSelection(refused)(7)).toBeNull();
  });
});

describe('a passage in a tab', () => {
  it.each([
    ['exact', ['changed', 'exact']],
    ['changed', ['orphaned', 'changed', 'nonsense']],
    ['orphaned', ['orphaned', undefined]],
    [null, [undefined, 7]],
  ])('is %s of %j', async (state, results) => {
    expect(await createFindPassage(over(...results))(7, evidence())).toBe(state);
  });

  it('is unknown where the page keeps us out', async () => {
    expect(
      await createFindPassage(refused as (tab: number, evidence: Evidence) => Promise<never>)(7, evidence()),
    ).toBeNull();
  });
});
