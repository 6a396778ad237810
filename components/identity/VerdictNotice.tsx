import type { Problem } from '../../lib/domain/problem.ts';
import type { Signer, Verdict } from '../../lib/domain/verdict.ts';
import { date } from '../../lib/language/format.ts';
import { problemWords } from '../../lib/language/problem-words.ts';
import { t } from '../../lib/language/words.ts';
import { Notice, ProblemNotice } from '../ui/Notice.tsx';
import { ProblemLine } from '../ui/ProblemLine.tsx';

/** What can be said of a signature, in words. */
export function VerdictNotice({ verdict }: { verdict: Verdict }) {
  switch (verdict.state) {
    case 'valid':
      return (
        <Notice tone="good" title={t('identity.verdict.valid')}>
          <SignedBy {...verdict} />
        </Notice>
      );
    case 'unknown-issuer':
      return (
        <Notice tone="caution" title={t('identity.verdict.unknown')}>
          <p>{t('identity.verdict.unknownAdvice')}</p>
          <SignedBy {...verdict} />
        </Notice>
      );
    case 'unsigned':
      return (
        <Notice title={t('identity.verdict.unsigned')}>
          <p>{t('identity.verdict.unsignedAdvice')}</p>
        </Notice>
      );
    case 'unchecked':
      return (
        <Notice tone="caution" title={t('identity.verdict.unchecked')}>
          <ProblemLine problem={verdict.reason} />
        </Notice>
      );
    case 'invalid':
      return <ProblemNotice problem={invalid(verdict.reason)} />;
  }
}

function SignedBy({ signer, signed }: { signer: Signer; signed?: string }) {
  return (
    <>
      <p>
        {signer.name ? t('identity.verdict.name', { name: signer.name }) : t('identity.verdict.noName')}
        {signed && ` ${t('identity.verdict.signed', { date: dayOf(signed) })}`}
      </p>
      <code className="verbatim" dir="ltr">
        {signer.id}
      </code>
    </>
  );
}

/** A reason as what it comes to: whoever reads it in a hurry reads that first. */
function invalid(reason: Problem): Problem {
  const { message, ...words } = problemWords(reason);
  return { ...words, message: t('identity.verdict.invalid', { reason: message }), key: undefined };
}

/** The signer's own word for when it was, which may be no date at all. */
function dayOf(signed: string): string {
  return Number.isNaN(Date.parse(signed)) ? signed : date(signed);
}
