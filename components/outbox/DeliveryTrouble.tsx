import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { ProblemNotice } from '../ui/Notice.tsx';

type Props = { registries: readonly KeptRegistry[] };

/** What a registry refused, once for each registry and not once for each alignment, with a way to try again. */
export function DeliveryTrouble({ registries }: Props) {
  return registries.map(({ id, name, stuck, problem }) => {
    if (!problem) return null;
    return (
      <div className="block joined" key={id}>
        <ProblemNotice
          problem={problem}
          about={t('outbox.stuck', { count: stuck, registry: name })}
          acts={
            <>
              <button type="button" className="btn btn-small" onClick={() => void ask('retry', { registry: id })}>
                {t('outbox.stuck.again')}
              </button>
              <a className="link" href="/library.html#outbox" target="_blank" rel="noreferrer">
                {t('outbox.stuck.see')}
              </a>
            </>
          }
        />
      </div>
    );
  });
}
