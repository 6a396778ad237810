import { describe, expect, it } from 'vitest';
import { osmtCsv } from '../../lib/skill-documents/osmt-csv.ts';
import type { DocumentSource } from '../../lib/skill-documents/skill-document.ts';
import { mostTableSkills } from '../../lib/skill-documents/table-skills.ts';

/** A document that is made as it is read, and counts the bytes that were asked for. */
function generated(rows: number): DocumentSource & { taken(): number; size(): number } {
  const header = 'Canonical URL,RSD Name,Skill Statement\n';
  const row = (at: number) => `https://library.example/api/skills/${at},Skill ${at},"Does ""${at}"", and says why."\n`;
  const encoder = new TextEncoder();
  let taken = 0;
  let size = header.length;
  for (let at = 1; at <= rows; at++) size += row(at).length;

  class Generated extends Blob {
    override slice(start = 0, end = size): Blob {
      let text = header;
      for (let at = 1; text.length < end && at <= rows; at++) text += row(at);
      return new Blob([text.slice(start, end)]);
    }
    override get size() {
      return size;
    }
    override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
      let at = 0;
      return new ReadableStream(
        {
          pull(controller) {
            let text = at === 0 ? header : '';
            while (text.length < 64 * 1024 && at < rows) text += row(++at);
            if (text) controller.enqueue(encoder.encode(text));
            taken += text.length;
            if (at === rows) controller.close();
          },
        },
        { highWaterMark: 0 },
      );
    }
  }
  return { name: 'large.csv', body: new Generated(), taken: () => taken, size: () => size };
}

describe('a table of a million rows', () => {
  it('hands out its first rows before a hundredth of it was read, and lets go of the rest when nobody wants more', async () => {
    const source = generated(100_000);
    const [framework] = (await osmtCsv.read(source)).frameworks;
    let seen = 0;
    for await (const skill of framework?.skills ?? []) {
      seen += 1;
      if (skill.name === 'Skill 100') break;
    }
    expect(seen).toBe(100);
    expect(source.taken()).toBeLessThan(source.size() / 50);
  });

  it('is read to its end without ever standing in memory, and refused with one row more', async () => {
    const source = generated(mostTableSkills + 1);
    expect(source.size()).toBeGreaterThan(80_000_000);
    const [framework] = (await osmtCsv.read(source)).frameworks;
    const before = process.memoryUsage();
    let most = 0;
    let seen = 0;
    const reading = async () => {
      for await (const _ of framework?.skills ?? []) {
        seen += 1;
        if (seen % 50_000 === 0) {
          const { heapUsed, arrayBuffers } = process.memoryUsage();
          most = Math.max(most, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers);
        }
      }
    };
    await expect(reading()).rejects.toMatchObject({
      problem: { code: 'I415', message: '“large.csv” holds more than 1,000,000 skills.' },
    });
    expect(seen).toBe(mostTableSkills);
    // About 75 MB, with what is not yet collected. The text of the file alone would take as much again, its rows many times.
    expect(most).toBeLessThan(180_000_000);
  }, 120_000);
});
