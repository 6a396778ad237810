import { useContext, useEffect, useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import type { Verdict } from '../../lib/domain/verdict.ts';
import { t } from '../../lib/language/words.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { chosenToCheck } from './chosen-to-check.ts';
import { SignaturesContext } from './signatures-context.ts';
import { VerdictNotice } from './VerdictNotice.tsx';

/**
 * What can be said of the signatures inside a file that is about to be imported. Nothing for what bears none: a file that
 * does not hold the word `proof` is not handed to the worker at all.
 */
export function SignatureOf({ file }: { file: File }) {
  const signatures = useContext(SignaturesContext);
  const [verdicts, setVerdicts] = useState<Verdict[]>([]);
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    const aborter = new AbortController();
    const check = async () => {
      if (!signatures) return;
      const chosen = await chosenToCheck([file]);
      if (!chosen.ok || !chosen.value.text.includes('"proof"')) return;
      const answer = await signatures.ask('verify', chosen.value, aborter.signal);
      if (aborter.signal.aborted) return;
      if (answer.ok) setVerdicts(answer.value);
      else setProblem(answer.problem);
    };
    void check();
    return () => aborter.abort();
  }, [signatures, file]);
  if (problem) return <ProblemNotice problem={problem} />;
  return worstOfEach(verdicts).map(({ verdict, count }) => (
    <div key={keyOf(verdict)} className="stack">
      {count > 1 && <p className="quiet">{t('identity.check.of', { count })}</p>}
      <VerdictNotice verdict={verdict} />
    </div>
  ));
}

const worstFirst: readonly Verdict['state'][] = ['invalid', 'unchecked', 'unsigned', 'unknown-issuer', 'valid'];

/** One verdict for all that say the same of the same signer, the worst first; none where nothing is signed. */
function worstOfEach(verdicts: readonly Verdict[]): { verdict: Verdict; count: number }[] {
  if (verdicts.every(({ state }) => state === 'unsigned')) return [];
  const groups = new Map<string, { verdict: Verdict; count: number }>();
  for (const verdict of verdicts) {
    const key = keyOf(verdict);
    groups.set(key, { verdict, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()].sort(
    (one, other) => worstFirst.indexOf(one.verdict.state) - worstFirst.indexOf(other.verdict.state),
  );
}

function keyOf(verdict: Verdict): string {
  const signer = 'signer' in verdict ? verdict.signer?.id : undefined;
  return [verdict.state, 'reason' in verdict && verdict.reason.message, signer].join(' ');
}
