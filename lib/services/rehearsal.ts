import * as z from 'zod/mini';
import type { PlumblineDatabase } from '../store/database.ts';
import { watchCalls } from '../store/watch-calls.ts';

/** The part of `browser.storage.session` that a rehearsal needs: a place that outlives the worker and that tests see. */
export type RehearsalArea = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

/** What a test wants of a rehearsal, kept as `rehearsal`. */
export const RehearsalPlan = z.object({
  /** The point at which the worker comes no further, as `points` names it. It says so as `stopped`, once. */
  stopAt: z.optional(z.string()),
  /** Whether the points passed since the last request are written down, as `passed`. */
  record: z.optional(z.boolean()),
  /** Milliseconds by which the worker's clock is ahead of the true one. */
  clock: z.optional(z.number()),
});
export type RehearsalPlan = z.infer<typeof RehearsalPlan>;

const never = new Promise<never>(() => {});

/**
 * Rehearses the worker's death for tests of a build made with `--mode rehearsal`; nothing of it is in any other build.
 * Every await of saving and publishing that reaches outside the worker is a point with a name: each call of the database
 * (`put outbox 2` is the second since the last request), each request before and after it, each message heard and
 * answered, each alarm.
 */
export function createRehearsal(area: RehearsalArea, database: PlumblineDatabase) {
  let plan: RehearsalPlan = {};
  let times = new Map<string, number>();
  let passed: string[] = [];

  const readPlan = async () => {
    plan = RehearsalPlan.parse((await area.get('rehearsal')).rehearsal ?? {});
    times = new Map();
    passed = [];
  };
  const ready = readPlan();

  /** Passes a point; true where the worker is to come no further. */
  const stopsAt = (name: string): boolean => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    const point = `${name} ${time}`;
    if (plan.record) {
      passed.push(point);
      void area.set({ passed });
    }
    if (point !== plan.stopAt) return false;
    // The life after this death goes on undisturbed.
    const { stopAt: _, ...rest } = plan;
    plan = rest;
    void area.set({ stopped: point, rehearsal: rest });
    return true;
  };
  const at = async (name: string): Promise<void> => {
    if (stopsAt(name)) await never;
  };

  database.use(watchCalls(stopsAt));
  database.on('ready', () => ready);

  return {
    now: () => Date.now() + (plan.clock ?? 0),

    fetch: (async (...request) => {
      const method = request[1]?.method ?? 'GET';
      await at(`before ${method}`);
      const response = await fetch(...request);
      await at(`after ${method}`);
      return response;
    }) satisfies typeof fetch,

    wakeAt(alarm: (time: number) => void): (time: number) => void {
      return (time) => void at('alarm').then(() => alarm(time));
    },

    handlers<Table extends Record<string, (...given: never[]) => Promise<unknown>>>(table: Table): Table {
      const rehearsed = Object.entries(table).map(([name, handle]) => [
        name,
        async (...given: never[]) => {
          await readPlan();
          await at(`asked ${name}`);
          const answer = await handle(...given);
          await at(`answering ${name}`);
          return answer;
        },
      ]);
      return Object.fromEntries(rehearsed) as Table;
    },
  };
}
