import { useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { statementsFor } from '../../lib/queries/statements.ts';
import { DeliveryPreview } from '../outbox/DeliveryPreview.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { Words } from '../ui/Words.tsx';

type Props = { registry: KeptRegistry; onSay(text: string): void };

/** What could be sent to an OSMT: statements from its skills to others. Nothing is shown where there are none. */
export function StatementsLine({ registry, onSay }: Props) {
  const [shown, setShown] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const unsent = useKept((database) => statementsFor(database, registry), [registry.id, registry.address]) ?? [];
  const [first] = unsent;
  if (!first || !registry.enabled) return problem ? <ProblemNotice problem={problem} /> : null;
  const send = async () => {
    const answer = await ask('publishSkillAlignments', { registry: registry.id });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onSay(t('registry.statements.queued', { count: answer.value.queued, name: registry.name }));
  };
  return (
    <div className="stack">
      {problem && <ProblemNotice problem={problem} />}
      <div className="row">
        <button type="button" className="btn btn-small" onClick={() => void send()}>
          {t('registry.statements.send', { count: unsent.length })}
        </button>
        <button type="button" className="link" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t('registry.statements.what')}
        </button>
        <span className="muted">{t('registry.statements.aboutToken')}</span>
      </div>
      {shown && (
        <>
          {unsent.length > 1 && (
            <p className="muted">
              <Words
                of="registry.statements.first"
                values={{ name: <bdi data-own-words>{first.subject.name || first.subject.uri}</bdi> }}
              />
            </p>
          )}
          <DeliveryPreview alignment={first.id} registry={registry.id} onSay={onSay} />
        </>
      )}
    </div>
  );
}
