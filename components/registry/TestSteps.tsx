import { type RegistryKind, type TestOutcome, TestSaying } from '../../lib/domain/registry.ts';
import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';

type Props = {
  /** What it is tested as. */
  kind: RegistryKind;
  steps: readonly TestOutcome[];
};

/** Every step of a connection test. What comes after a failed one says that it was not tried, instead of looking fine. */
export function TestSteps({ kind, steps }: Props) {
  return (
    <ol className="steps" aria-label={t('registry.test.steps')}>
      {steps.map((outcome) => (
        <li key={outcome.step} className={outcome.state}>
          <strong>{t(`registry.test.step.${outcome.step}`)}</strong>
          {outcome.state === 'untried' ? (
            <span>{t('registry.test.untried')}</span>
          ) : (
            <span className={outcome.state === 'done' ? 'state state-published' : 'state state-failed'}>
              <Icon name={outcome.state === 'done' ? 'check' : 'alert'} />
              <Saying kind={kind} outcome={outcome} />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function Saying({ kind, outcome: { step, state, saying } }: { kind: RegistryKind; outcome: TestOutcome }) {
  const known = TestSaying.safeParse(saying);
  if (known.success) return t(`registry.test.saying.${known.data}`);
  if (state === 'done' && step === 'kind') return t(`registry.kind.${kind}`);
  if (saying) return <bdi data-own-words>{saying}</bdi>;
  return t(state === 'done' ? 'registry.test.saying.done' : 'registry.test.saying.failed');
}
