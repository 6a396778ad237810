import { useContext, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import type { Problem } from '../../lib/domain/problem.ts';
import type { Verdict } from '../../lib/domain/verdict.ts';
import { listOf } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { chosenToCheck } from './chosen-to-check.ts';
import { SignaturesContext } from './signatures-context.ts';
import { VerdictNotice } from './VerdictNotice.tsx';

type Props = { onSay(text: string): void };

/** Checks signed files that came from somewhere: a credential, or a file together with its signature. */
export function CheckSignatures({ onSay }: Props) {
  const signatures = useContext(SignaturesContext);
  const [checked, setChecked] = useState<{ name: string; verdicts: Verdict[] }>();
  const [problem, setProblem] = useState<Problem>();
  if (!signatures) return null;
  const check = async (files: File[]) => {
    setChecked(undefined);
    const chosen = await chosenToCheck(files);
    const answer = chosen.ok ? await signatures.ask('verify', chosen.value) : chosen;
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setChecked({ name: listOf(files.map(({ name }) => name)), verdicts: answer.value });
    onSay(t('identity.check.done'));
  };
  return (
    <div className="card">
      <div className="card-head">
        <h3>{t('identity.check')}</h3>
      </div>
      <div className="card-body stack">
        <div className="row">
          <FileTrigger
            allowsMultiple
            onSelect={(files) => {
              const some = Array.from(files ?? []);
              if (some.length > 0) void check(some);
            }}
          >
            <Button className="btn btn-small">{t('identity.check.choose')}</Button>
          </FileTrigger>
          <span className="muted">{t('identity.check.hint')}</span>
        </div>
        {problem && <ProblemNotice problem={problem} />}
        {checked && <Verdicts {...checked} />}
      </div>
    </div>
  );
}

/** How many verdicts are shown one by one. */
const mostShown = 20;

function Verdicts({ name, verdicts }: { name: string; verdicts: Verdict[] }) {
  return (
    <section className="stack" aria-label={t('identity.check.found', { name })}>
      <p className="muted" dir="auto" data-own-words>
        {name}
      </p>
      {verdicts.slice(0, mostShown).map((verdict, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole, never reordered
        <VerdictNotice key={index} verdict={verdict} />
      ))}
      {verdicts.length > mostShown && (
        <p>
          {t('identity.check.more', {
            count: verdicts.length - mostShown,
            valid: verdicts.slice(mostShown).filter(({ state }) => state === 'valid').length,
          })}
        </p>
      )}
    </section>
  );
}
