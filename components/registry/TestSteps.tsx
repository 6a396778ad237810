import type { TestOutcome, TestStep } from '../../lib/domain/registry.ts';
import { Icon } from '../ui/Icon.tsx';

const stepWords: Record<TestStep, string> = {
  address: 'Address',
  permission: 'Permission',
  connection: 'Connection',
  key: 'Key',
  kind: 'Kind',
  version: 'Version',
};

type Props = { steps: readonly TestOutcome[] };

/** Every step of a connection test. What comes after a failed one says that it was not tried, instead of looking fine. */
export function TestSteps({ steps }: Props) {
  return (
    <ol className="steps" aria-label="Steps of the test">
      {steps.map(({ step, state, saying }) => (
        <li key={step} className={state}>
          <strong>{stepWords[step]}</strong>
          {state === 'untried' ? (
            <span>Not tried</span>
          ) : (
            <span className={state === 'done' ? 'state state-published' : 'state state-failed'}>
              <Icon name={state === 'done' ? 'check' : 'alert'} />
              {saying ?? (state === 'done' ? 'Fine' : 'Failed')}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
