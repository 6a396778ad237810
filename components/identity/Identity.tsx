import { useKept } from '../../lib/queries/database-context.ts';
import { identityKept } from '../../lib/queries/identity.ts';
import { CheckSignatures } from './CheckSignatures.tsx';
import { KeyLine } from './KeyLine.tsx';
import { MakeKey } from './MakeKey.tsx';
import { NamesForm } from './NamesForm.tsx';
import { TakeKey } from './TakeKey.tsx';

type Props = {
  /** Says something to the live region. */
  onSay(text: string): void;
};

/** Who signs what is exported: names, the key, and a place to check what others signed. */
export function Identity({ onSay }: Props) {
  const identity = useKept(identityKept, []);
  return (
    <section id="identity">
      <h2>Identity</h2>
      <p>Who says that a page teaches a skill. It goes with what you sign; without a key nothing is signed.</p>
      {identity && (
        <div className="card">
          <div className="card-head">
            <h3>Name and key</h3>
          </div>
          <div className="card-body stack">
            <NamesForm names={identity} onSay={onSay} />
            {identity.key ? (
              <KeyLine made={identity.key} onSay={onSay} />
            ) : (
              <>
                <MakeKey onMade={() => onSay('A signing key was made.')} />
                <TakeKey onTaken={() => onSay('The signing key was taken from the file.')} />
              </>
            )}
          </div>
        </div>
      )}
      {/* Not before the card above it is known: it would slip from under the pointer when that comes */}
      {identity && <CheckSignatures onSay={onSay} />}
    </section>
  );
}
