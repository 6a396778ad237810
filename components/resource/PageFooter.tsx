import type { Registry } from '../../lib/domain/registry.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptAlignment } from '../../lib/queries/kept.ts';
import { useView } from '../../lib/state/view.ts';
import { unpublishedAmong } from '../outbox/unpublished.ts';

type Props = { alignments: readonly KeptAlignment[]; targets: readonly Registry[] };

/** Saved and published are different facts: the footer says both, and offers what is left to do. */
export function PageFooter({ alignments, targets }: Props) {
  const { show, tell } = useView();
  const unpublished = unpublishedAmong(alignments, targets);
  const publish = async () => {
    const answer = await ask('publish', { alignments: unpublished.map(({ id }) => id) });
    tell(answer.ok ? { kind: 'queued', count: unpublished.length } : { kind: 'problem', problem: answer.problem });
  };
  const some = alignments.length > 0;
  return (
    <footer className="surface-foot">
      <p className="saying">
        {sayingOf(alignments, unpublished.length, targets.length > 0)}{' '}
        {unpublished.length > 0 && (
          <button type="button" className="link" onClick={() => show('sending')}>
            {t('resource.foot.whatIsSent')}
          </button>
        )}
      </p>
      <button
        type="button"
        className={targets.length > 0 ? 'btn' : 'btn btn-primary'}
        disabled={!some}
        onClick={() => show('export')}
      >
        {t('resource.foot.export')}
      </button>
      {targets.length > 0 && (
        <button
          type="button"
          className="btn btn-primary"
          disabled={unpublished.length === 0}
          onClick={() => void publish()}
        >
          {unpublished.length > 0
            ? t('resource.foot.publishCount', { count: unpublished.length })
            : t('resource.foot.publish')}
        </button>
      )}
    </footer>
  );
}

function sayingOf(alignments: readonly KeptAlignment[], unpublished: number, canPublish: boolean): string {
  if (alignments.length === 0) return t('resource.foot.leaves');
  const waiting = alignments
    .flatMap(({ deliveries }) => deliveries)
    .filter(({ state }) => state !== 'delivered').length;
  if (waiting > 0) return t('resource.foot.waiting', { count: waiting });
  if (canPublish && unpublished > 0) return t('resource.foot.unpublished', { count: unpublished });
  return t(canPublish ? 'resource.foot.published' : 'resource.foot.saved');
}
