import { t } from '../../lib/language/words.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { Notice } from '../ui/Notice.tsx';
import { ProblemLine } from '../ui/ProblemLine.tsx';

type Props = { registry: KeptRegistry; paused: number; onRetry(): void };

/** A registry that nothing is sent to until the person does something: why, and what that is. */
export function PausedRegistry({ registry: { name, problem }, paused, onRetry }: Props) {
  return (
    <Notice
      tone="caution"
      title={t('outbox.paused', { registry: name, count: paused })}
      acts={
        <>
          <a className="btn btn-small" href="/options.html#registries">
            {t('outbox.paused.look')}
          </a>
          <button type="button" className="btn btn-small btn-quiet" onClick={onRetry}>
            {t('outbox.paused.again')}
          </button>
        </>
      }
    >
      {problem && <ProblemLine problem={problem} />}
    </Notice>
  );
}
