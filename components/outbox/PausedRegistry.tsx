import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { Notice } from '../ui/Notice.tsx';

type Props = { registry: KeptRegistry; paused: number; onRetry(): void };

/** A registry that nothing is sent to until the person does something: why, and what that is. */
export function PausedRegistry({ registry: { name, problem }, paused, onRetry }: Props) {
  const count = paused === 1 ? '1 delivery waits' : `${paused.toLocaleString()} deliveries wait`;
  return (
    <Notice
      tone="caution"
      title={`${name} is paused: ${count}`}
      acts={
        <>
          <a className="btn btn-small" href="/options.html#registries">
            Look at it in the options
          </a>
          <button type="button" className="btn btn-small btn-quiet" onClick={onRetry}>
            Try again now
          </button>
        </>
      }
    >
      {problem && (
        <p>
          {problem.message} {problem.advice} <span className="quiet">{problem.code}</span>
        </p>
      )}
    </Notice>
  );
}
