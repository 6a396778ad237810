import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { pagesIn, type WorkItem, type WorkState } from '../../lib/domain/work-list.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { type KeptWorkList, workPlace } from '../../lib/queries/work.ts';
import { usePage } from '../../lib/state/page.ts';
import { useView } from '../../lib/state/view.ts';
import { useWork } from '../../lib/state/work.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { Words } from '../ui/Words.tsx';
import { LetIn } from './LetIn.tsx';
import { PagesOfList } from './PagesOfList.tsx';
import { sendTab } from './send-tab.ts';
import { WorkProgress } from './WorkProgress.tsx';
import { workAddress } from './work-address.ts';

/** The list that is worked through: which page of it is in hand, what is left, and next, skip, done by click or key. */
export function OnWorkList({ list }: { list: KeptWorkList }) {
  const choose = useWork((work) => work.choose);
  const say = useView((view) => view.say);
  const address = usePage(({ resource, address: shown }) => resource?.address ?? shown);
  const place = useKept(
    async (database) => ({ of: address, ...(await workPlace(database, list.id, address)) }),
    [list.id, address],
  );
  const [problem, setProblem] = useState<Problem>();
  const heading = useRef<HTMLHeadingElement>(null);
  const total = pagesIn(list.counts);
  const { item, number = 0, next, before } = place ?? {};
  const isLeft = list.counts.open > 0;
  const isOpen = item?.state === 'open';
  const wasLeft = useRef(isLeft);
  useEffect(() => {
    if (wasLeft.current && !isLeft) say(t('work.nothingLeft'));
    wasLeft.current = isLeft;
  }, [isLeft, say]);
  const hasKeyboard = useRef(false);
  useLayoutEffect(() => {
    // The button that had it may be gone with the page that it was for.
    if (hasKeyboard.current && document.activeElement === document.body) heading.current?.focus();
  });
  const go = async (to: WorkItem | undefined, state?: WorkState) => {
    // What is known is of the page before, for as long as the database takes to say where this one stands.
    if (place?.of !== address) return;
    if (item && state && item.state !== state) {
      const answer = await ask('changeWork', { items: [item.id], act: { state } });
      setProblem(answer.ok ? undefined : answer.problem);
      if (!answer.ok) return;
    }
    if (!to) return;
    say(t('work.now', { title: to.title ?? to.address }));
    await sendTab(to);
  };
  const acts: Record<string, () => void> = {
    j: () => void go(next),
    k: () => void go(before),
    s: () => item && void go(next, 'skipped'),
    d: () => item && void go(next, 'done'),
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, select, textarea');
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <section
      className="work-strip"
      aria-label={t('work.choose')}
      onKeyDown={press}
      onFocus={() => {
        hasKeyboard.current = true;
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        hasKeyboard.current = currentTarget.contains(relatedTarget);
      }}
    >
      <div className="row work-head">
        <h2 className="strong clamp-1" ref={heading} tabIndex={-1} dir="auto" data-own-words>
          {list.name}
        </h2>
        <IconButton icon="close" label={t('work.leave')} onClick={() => choose(undefined)} />
      </div>
      <WorkProgress counts={list.counts} label={list.name} />
      {problem && <ProblemNotice problem={problem} />}
      <LetIn list={list.id} />
      {!isLeft && (
        <p className="row">
          <Icon name="check" />
          {t('work.nothingLeft')}
          <a href={`/library.html${workAddress(list.id)}`} target="_blank" rel="noreferrer">
            {t('work.nothingLeft.open')}
          </a>
        </p>
      )}
      {place && (
        <div className="row work-acts">
          {item && <span className="quiet">{t('work.number', { number, total })}</span>}
          {before && (
            <button type="button" className="btn btn-small" onClick={acts.k}>
              <Icon name="back" />
              {t('work.back')}
            </button>
          )}
          {item && (isOpen || next) && (
            <button type="button" className="btn btn-small" onClick={acts.s}>
              {t('work.skip')}
            </button>
          )}
          {item && !isOpen && (
            <button type="button" className="btn btn-small" onClick={() => void go(undefined, 'open')}>
              {t('work.reopen')}
            </button>
          )}
          {(next || isOpen) && (
            <button type="button" className="btn btn-small btn-primary push" onClick={isOpen ? acts.d : acts.j}>
              {t(isOpen ? (next ? 'work.done' : 'work.doneLast') : item ? 'work.next' : 'work.begin')}
              {next && <Icon name="next" />}
            </button>
          )}
        </div>
      )}
      <p className="quiet work-keys">
        <Words
          of="work.keys"
          values={{ next: <kbd>J</kbd>, back: <kbd>K</kbd>, skip: <kbd>S</kbd>, done: <kbd>D</kbd> }}
        />
      </p>
      <PagesOfList list={list} current={item?.id} onOpen={(to) => void go(to)} />
    </section>
  );
}
