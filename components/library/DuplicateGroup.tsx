import { useId, useState } from 'react';
import { mostMerged, proposedPage } from '../../lib/domain/page-merge.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { type ComparedPage, comparedPages, type DuplicateGroup as Group } from '../../lib/queries/duplicates.ts';
import { relationWord } from '../alignment/words.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { Moment } from '../ui/Moment.tsx';
import { useNow } from '../ui/use-now.ts';
import type { Ended, Told } from './ActNotices.tsx';
import { resourceAddress } from './library-address.ts';

/** How many alignments of a page are listed to be compared. */
const few = 5;

type Props = { group: Group; onEnd(answer: Ended, told: Told): void };

/** Addresses that may be one page, side by side: which one stays, and the button that makes them one. */
export function DuplicateGroup({ group, onEnd }: Props) {
  const addresses = group.addresses.slice(0, mostMerged + 1);
  const pages = useKept((database) => comparedPages(database, addresses), [addresses.join(' ')]);
  const [chosen, setChosen] = useState<string>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const heading = useId();
  const proposed = pages && proposedPage(pages.map((page) => ({ ...page, alignments: page.alignments.length })));
  const into = pages?.find(({ address }) => address === chosen)?.address ?? proposed?.address;
  const from = pages?.flatMap(({ address }) => (address === into || left.has(address) ? [] : [address])) ?? [];
  const merge = async () => {
    if (!into) return;
    const answer = await ask('mergePages', { into, from });
    const words = answer.ok ? t('library.merged', { count: from.length + 1, ...answer.value }) : '';
    onEnd(answer, { words, ...(answer.ok && { undo: answer.value.undo }) });
  };
  const toggle = (address: string) => {
    const next = new Set(left);
    if (!next.delete(address)) next.add(address);
    setLeft(next);
  };
  return (
    <section className="block duplicate" aria-labelledby={heading}>
      <h2 id={heading} className="address" dir="auto" data-own-words="">
        {group.plain}
      </h2>
      <div className="compared">
        {pages?.map((page) => (
          <Page
            key={page.address}
            page={page}
            group={group.plain}
            stays={page.address === into}
            joins={!left.has(page.address)}
            onStay={() => setChosen(page.address)}
            onJoin={() => toggle(page.address)}
          />
        ))}
      </div>
      <div className="row">
        <button type="button" className="btn btn-primary" disabled={from.length === 0} onClick={() => void merge()}>
          {t('library.merge', { count: from.length + 1 })}
        </button>
        <span className="muted">{t('library.mergeHelp')}</span>
      </div>
    </section>
  );
}

type PageProps = {
  page: ComparedPage;
  group: string;
  stays: boolean;
  joins: boolean;
  onStay(): void;
  onJoin(): void;
};

function Page({ page: { address, title, modified, alignments }, group, stays, joins, onStay, onJoin }: PageProps) {
  const now = useNow();
  const name = useId();
  return (
    <section className={stays ? 'card is-kept' : 'card'} aria-labelledby={name}>
      <h3 dir="auto" data-own-words="">
        {title}
      </h3>
      <p className="address quiet" id={name}>
        <a href={resourceAddress(address)} data-own-words="">
          {address}
        </a>
      </p>
      <p className="muted">
        {t('library.count', { count: alignments.length })} · <Moment at={modified} now={now} />
      </p>
      <ul className="plain">
        {alignments.slice(0, few).map(({ id, relation, skill }) => (
          <li key={id}>
            {relationWord(relation)} <SkillText skill={skill} />
          </li>
        ))}
      </ul>
      {alignments.length > few && (
        <p className="muted">{t('library.moreValues', { count: alignments.length - few })}</p>
      )}
      <label className="check">
        <input type="radio" name={`stays ${group}`} checked={stays} onChange={onStay} />
        {t('library.stays')}
      </label>
      {!stays && (
        <label className="check">
          <input type="checkbox" checked={joins} onChange={onJoin} />
          {t('library.joins')}
        </label>
      )}
    </section>
  );
}
