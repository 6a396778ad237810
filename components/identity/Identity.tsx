import { t } from '../../lib/language/words.ts';
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
      <h2>{t('identity.title')}</h2>
      <p>{t('identity.lead')}</p>
      {identity && (
        <div className="card">
          <div className="card-head">
            <h3>{t('identity.nameAndKey')}</h3>
          </div>
          <div className="card-body stack">
            <NamesForm names={identity} onSay={onSay} />
            {identity.key ? (
              <KeyLine made={identity.key} onSay={onSay} />
            ) : (
              <>
                <MakeKey onMade={() => onSay(t('identity.made'))} />
                <TakeKey onTaken={() => onSay(t('identity.taken'))} />
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
