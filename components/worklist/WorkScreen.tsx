import { useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { type KeptWorkList, workLists } from '../../lib/queries/work.ts';
import { useLibraryAddress } from '../library/library-address.ts';
import { Notice, ProblemNotice } from '../ui/Notice.tsx';
import { AddWork } from './AddWork.tsx';
import { AddWorkDialog } from './AddWorkDialog.tsx';
import { useWorkReading } from './use-work-reading.ts';
import { WorkListScreen } from './WorkListScreen.tsx';
import { WorkProgress } from './WorkProgress.tsx';
import { workAddress } from './work-address.ts';

/** What an act came to, and by what it is taken back. */
export type Told = { words: string; undo?: string | undefined };

/** The work lists, each with what is left of it, and the ways to add one; or the one that the address names. */
export function WorkScreen({ onSay }: { onSay(text: string): void }) {
  const { of } = useLibraryAddress();
  const lists = useKept(workLists, []);
  const source = useWorkReading();
  const [told, setTold] = useState<Told>();
  const [problem, setProblem] = useState<Problem>();
  const one = lists?.find(({ id }) => id === of);
  const ended = (answer: { ok: true } | { ok: false; problem: Problem }, done: Told) => {
    setProblem(answer.ok ? undefined : answer.problem);
    setTold(answer.ok ? done : undefined);
    if (answer.ok) onSay(done.words);
  };
  const takeBack = async (undo: string) => {
    const answer = await ask('takeBack', { undo });
    ended(answer, { words: answer.ok ? t('work.undone', answer.value) : '' });
  };
  const notices = (told || problem) && (
    <div className="notices">
      {told && (
        <Notice
          tone="good"
          title={told.words}
          acts={
            told.undo && (
              <button type="button" className="btn btn-small" onClick={() => void takeBack(told.undo ?? '')}>
                {t('work.undo')}
              </button>
            )
          }
        />
      )}
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
  if (!lists) {
    return (
      <main className="main">
        <p className="block muted">{t('work.looking')}</p>
      </main>
    );
  }
  return (
    <>
      {one ? (
        <WorkListScreen key={one.id} list={one} notices={notices} onEnd={ended} onSay={onSay} />
      ) : (
        <main className="main work-lists">
          <div className="toolbar">
            <h1 tabIndex={-1}>{t('work.lists')}</h1>
          </div>
          {notices}
          <div className="work-columns">
            {lists.length === 0 ? <Empty /> : <Lists lists={lists} />}
            <AddWork source={source} />
          </div>
        </main>
      )}
      <AddWorkDialog
        source={source}
        lists={lists}
        onAdded={(list, undo, added) => {
          ended({ ok: true }, { words: t('work.added', { count: added }), undo });
          location.hash = workAddress(list);
        }}
      />
    </>
  );
}

function Lists({ lists }: { lists: readonly KeptWorkList[] }) {
  return (
    <ul className="card lines">
      {lists.map((list) => (
        <li key={list.id} className="work-line">
          <div className="grow stack">
            <div className="row">
              <a className="strong" href={workAddress(list.id)} dir="auto" data-own-words>
                {list.name}
              </a>
              <span className="quiet push">{t('work.left', { count: list.counts.open })}</span>
            </div>
            <WorkProgress counts={list.counts} label={list.name} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Empty() {
  return (
    <div className="empty">
      <h2>{t('work.empty')}</h2>
      <p>{t('work.emptyHelp')}</p>
    </div>
  );
}
