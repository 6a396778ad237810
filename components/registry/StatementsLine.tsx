import { useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { statementsFor } from '../../lib/queries/statements.ts';
import { DeliveryPreview } from '../outbox/DeliveryPreview.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';

type Props = { registry: KeptRegistry; onSay(text: string): void };

/** What could be sent to an OSMT: statements from its skills to others. Nothing is shown where there are none. */
export function StatementsLine({ registry, onSay }: Props) {
  const [shown, setShown] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const unsent = useKept((database) => statementsFor(database, registry), [registry.id, registry.address]) ?? [];
  const [first] = unsent;
  if (!first || !registry.enabled) return problem ? <ProblemNotice problem={problem} /> : null;
  const count = unsent.length === 1 ? '1 skill-to-skill alignment' : `${unsent.length} skill-to-skill alignments`;
  const send = async () => {
    const answer = await ask('publishSkillAlignments', { registry: registry.id });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onSay(`${answer.value.queued} on their way to ${registry.name}.`);
  };
  return (
    <div className="stack">
      {problem && <ProblemNotice problem={problem} />}
      <div className="row">
        <button type="button" className="btn btn-small" onClick={() => void send()}>
          Send {count}
        </button>
        <button type="button" className="link" aria-expanded={shown} onClick={() => setShown(!shown)}>
          What is sent?
        </button>
        <span className="muted">Of its own skills, if your token may change them.</span>
      </div>
      {shown && (
        <>
          {unsent.length > 1 && <p className="muted">The first of them, {first.subject.name || first.subject.uri}:</p>}
          <DeliveryPreview alignment={first.id} registry={registry.id} onSay={onSay} />
        </>
      )}
    </div>
  );
}
