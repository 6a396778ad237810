import { ask } from '../../lib/messaging/client.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { ProblemNotice } from '../ui/Notice.tsx';

type Props = { registries: readonly KeptRegistry[] };

/** What a registry refused, once for each registry and not once for each alignment, with a way to try again. */
export function DeliveryTrouble({ registries }: Props) {
  return registries.map((registry) => {
    const stuck = registry.waiting.filter(({ state }) => state === 'failed' || state === 'paused');
    const problem = stuck.find((entry) => entry.problem)?.problem;
    if (!problem) return null;
    const count = stuck.length === 1 ? '1 alignment waits' : `${stuck.length} alignments wait`;
    return (
      <div className="block joined" key={registry.id}>
        <ProblemNotice
          problem={{ ...problem, advice: `${count} for ${registry.name}, saved here. ${problem.advice ?? ''}` }}
          acts={
            <button
              type="button"
              className="btn btn-small"
              onClick={() => void ask('retry', { registry: registry.id })}
            >
              Try again
            </button>
          }
        />
      </div>
    );
  });
}
