import type { LastTest } from '../../lib/domain/registry.ts';
import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { Moment } from '../ui/Moment.tsx';
import { useNow } from '../ui/use-now.ts';
import { Words } from '../ui/Words.tsx';
import type { TestState } from './test-state.ts';

type Props = {
  /** The last test in this window, undefined before the first. */
  test: TestState | undefined;
  /** The last test ever, of what is kept of the registry now. */
  tested: LastTest | undefined;
};

/** How the last test went, and when. */
export function TestBadge({ test, tested }: Props) {
  const now = useNow();
  if (test === 'running') {
    return (
      <span className="state push">
        <span className="spinner" aria-hidden="true" />
        {t('registry.test.running')}
      </span>
    );
  }
  if (!test && !tested) {
    return (
      <span className="state push">
        <Icon name="info" />
        {t('registry.test.never')}
      </span>
    );
  }
  const ago = tested && <Moment at={tested.at} now={now} />;
  if (test ? test.problem : tested?.failed) {
    return (
      <span className="state state-failed push">
        <Icon name="alert" />
        <span>
          {ago && tested?.failed ? (
            <Words of="registry.test.failedAgo" values={{ step: t(`registry.test.step.${tested.failed}`), ago }} />
          ) : (
            t('registry.test.failed')
          )}
        </span>
      </span>
    );
  }
  return (
    <span className="state state-published push">
      <Icon name="check" />
      <span>{ago ? <Words of="registry.test.answeredAgo" values={{ ago }} /> : t('registry.test.answered')}</span>
    </span>
  );
}
