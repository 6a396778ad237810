import { useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptIdentity } from '../../lib/queries/identity.ts';
import { download } from '../bundle/download.ts';
import { Icon } from '../ui/Icon.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { MakeKey } from './MakeKey.tsx';

type Props = { made: NonNullable<KeptIdentity['key']>; onSay(text: string): void };

/** The key that signs: its public half to copy, its copy to download, and how to be rid of it. */
export function KeyLine({ made, onSay }: Props) {
  const [asking, setAsking] = useState<'replace' | 'forget'>();
  const [problem, setProblem] = useState<Problem>();
  const copyAddress = () =>
    navigator.clipboard.writeText(made.did).then(
      () => onSay('The public key was copied.'),
      () => setProblem(notCopied),
    );
  const exportCopy = async () => {
    const answer = await ask('exportIdentityKey', {});
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    download(new Blob([answer.value.text], { type: 'application/json' }), answer.value.fileName);
    onSay(`Downloaded ${answer.value.fileName}.`);
  };
  const forget = async () => {
    const answer = await ask('forgetIdentityKey', {});
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onSay('The signing key was forgotten.');
  };
  return (
    <div className="stack">
      <div className="row">
        <span className="strong">Signing key</span>
        <span className="state state-published">
          <Icon name="check" />
          Ed25519, made {new Date(made.made).toLocaleDateString(undefined, { dateStyle: 'medium' })}
        </span>
        <button type="button" className="link" onClick={() => void copyAddress()}>
          Copy public key
        </button>
        {made.copy && (
          <button type="button" className="link" onClick={() => void exportCopy()}>
            Download the locked copy
          </button>
        )}
        <button type="button" className="link" onClick={() => setAsking('replace')}>
          Replace
        </button>
        <button type="button" className="link" onClick={() => setAsking('forget')}>
          Forget
        </button>
      </div>
      <code className="verbatim" dir="ltr">
        {made.did}
      </code>
      <p className="muted">
        {made.copy
          ? 'The locked copy opens with the password that you chose. Keep it somewhere else: if this browser loses the key, only that copy brings it back.'
          : 'There is no copy of this key. If this browser loses it, nobody can bring it back: what it signed stays good, and you go on with a new key that others have to get to know.'}
      </p>
      {problem && <ProblemNotice problem={problem} />}
      {asking === 'replace' && (
        <MakeKey
          replaces
          onMade={() => {
            setAsking(undefined);
            onSay('A new signing key was made.');
          }}
          onCancel={() => setAsking(undefined)}
        />
      )}
      {asking === 'forget' && (
        <div className="row">
          <span className="muted">What it signed stays good. Without a copy the key is gone for good.</span>
          <button type="button" className="link" onClick={() => void forget()}>
            Forget it all the same
          </button>
          <button type="button" className="link" onClick={() => setAsking(undefined)}>
            Keep it
          </button>
        </div>
      )}
    </div>
  );
}

const notCopied: Problem = {
  code: 'M604',
  message: 'The browser did not let Plumbline copy.',
  advice: 'Select the text of the key and copy it.',
};
