import type { Signer, Verdict } from '../../lib/domain/verdict.ts';
import { Notice, ProblemNotice } from '../ui/Notice.tsx';

/** What can be said of a signature, in words. */
export function VerdictNotice({ verdict }: { verdict: Verdict }) {
  switch (verdict.state) {
    case 'valid':
      return (
        <Notice tone="good" title="Valid: signed by your key, and not changed since">
          <SignedBy {...verdict} />
        </Notice>
      );
    case 'unknown-issuer':
      return (
        <Notice tone="caution" title="Not changed since it was signed, but the issuer is not known here">
          <p>
            Anybody can make a key and choose a name. Compare the key with the one that the issuer tells you by another
            way.
          </p>
          <SignedBy {...verdict} />
        </Notice>
      );
    case 'unsigned':
      return (
        <Notice title="Not signed">
          <p>Nobody vouches for what it says.</p>
        </Notice>
      );
    case 'unchecked':
      return (
        <Notice tone="caution" title="Cannot be checked here">
          <p>
            {verdict.reason.message} {verdict.reason.advice} <span className="quiet">{verdict.reason.code}</span>
          </p>
        </Notice>
      );
    case 'invalid':
      return <ProblemNotice problem={{ ...verdict.reason, message: `Invalid. ${verdict.reason.message}` }} />;
  }
}

function SignedBy({ signer, signed }: { signer: Signer; signed?: string }) {
  return (
    <>
      <p>
        {signer.name ? `Calls itself ${signer.name}.` : 'Gives no name.'}
        {signed && ` Signed ${signed}.`}
      </p>
      <code className="verbatim" dir="ltr">
        {signer.id}
      </code>
    </>
  );
}
