import { useContext, useEffect, useState } from 'react';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { frameworksKept } from '../../lib/queries/frameworks.ts';
import type { PageDrafts } from '../../lib/state/drafts.ts';
import { PageDraftsContext } from '../../lib/state/kept-form.ts';
import { openOwnDrafts } from '../draft/browser-drafts.ts';
import { useLibraryAddress } from '../library/library-address.ts';
import { Crosswalk } from './Crosswalk.tsx';
import { sidesOf } from './crosswalk-address.ts';
import { PairForm } from './pair-form.ts';

type Props = { onSay(text: string): void };

/** The editor of statements from skill to skill, between two frameworks that are kept here. */
export function CrosswalkScreen({ onSay }: Props) {
  const drafts = useOwnDrafts();
  return (
    <main className="main">
      {drafts ? (
        <PageDraftsContext value={drafts}>
          <Frameworks drafts={drafts} onSay={onSay} />
        </PageDraftsContext>
      ) : (
        <Looking />
      )}
    </main>
  );
}

function Frameworks({ drafts, onSay }: Props & { drafts: PageDrafts }) {
  const { of } = useLibraryAddress();
  const kept = useKept(frameworksKept, []);
  // Where the address names none, the two of which something is in hand.
  const [before] = useState(() => drafts.take('pair', PairForm)?.value ?? {});
  if (!kept) return <Looking />;
  const sides = sidesOf(
    of,
    kept.map(({ id }) => id),
    before,
  );
  const [left, right] = [sides?.left, sides?.right].map((side) => kept.find(({ id }) => id === side));
  return left && right ? <Crosswalk frameworks={kept} left={left} right={right} onSay={onSay} /> : <Empty />;
}

function Looking() {
  return (
    <>
      <div className="toolbar">
        <h1>{t('crosswalk.tab')}</h1>
      </div>
      <p className="block muted">{t('crosswalk.looking')}</p>
    </>
  );
}

function Empty() {
  return (
    <>
      <div className="toolbar">
        <h1>{t('crosswalk.tab')}</h1>
      </div>
      <div className="empty">
        <h2>{t('crosswalk.empty')}</h2>
        <p>{t('crosswalk.empty.help')}</p>
        <a className="btn" href="/options.html#frameworks" target="_blank" rel="noreferrer">
          {t('crosswalk.empty.add')}
        </a>
      </div>
    </>
  );
}

/** What was chosen here and not saved, of this window or of one that is closed; those of whoever is above, where they are. */
function useOwnDrafts(): PageDrafts | undefined {
  const above = useContext(PageDraftsContext);
  const [own, setOwn] = useState<PageDrafts>();
  useEffect(() => {
    if (!above) void openOwnDrafts('crosswalk').then(setOwn);
  }, [above]);
  return above ?? own;
}
