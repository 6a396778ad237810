import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { type WorkChange, WorkState } from '../../lib/domain/work-list.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { type KeptWorkList, workItemIds, workRows } from '../../lib/queries/work.ts';
import { useWork } from '../../lib/state/work.ts';
import { PickBox } from '../ui/PickBox.tsx';
import { ShowMore } from '../ui/ShowMore.tsx';
import { HandOn } from './HandOn.tsx';
import { RenameWork } from './RenameWork.tsx';
import { WorkProgress } from './WorkProgress.tsx';
import { WorkRowLine } from './WorkRowLine.tsx';
import type { Told } from './WorkScreen.tsx';
import { workAddress } from './work-address.ts';

/** How many pages come at once. */
const step = 100;

type Props = {
  list: KeptWorkList;
  notices: ReactNode;
  onEnd(answer: { ok: true } | { ok: false; problem: Problem }, told: Told): void;
  onSay(text: string): void;
};

/** One work list: its pages with what became of each, acts on some of them, and what is handed on of it. */
export function WorkListScreen({ list, notices, onEnd, onSay }: Props) {
  const [state, setState] = useState<WorkState>();
  const [limit, setLimit] = useState(step);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  const choose = useWork((work) => work.choose);
  useEffect(() => heading.current?.focus(), []);
  const ids = useKept((database) => workItemIds(database, list.id, state), [list.id, state]);
  const shown = ids?.slice(0, limit) ?? [];
  const rows = useKept((database) => workRows(database, shown), [shown.join()]);
  const picked = shown.filter((id) => chosen.has(id));
  const change = async (items: readonly string[], act: WorkChange['act']) => {
    const answer = await ask('changeWork', { items: [...items], act });
    setChosen(new Set());
    const words = answer.ok ? t('work.changed', { count: answer.value.changed }) : '';
    onEnd(answer, { words, undo: answer.ok && answer.value.changed > 0 ? answer.value.undo : undefined });
  };
  const remove = async () => {
    const answer = await ask('removeWorkList', { id: list.id });
    const words = t('work.removed', { name: list.name });
    onEnd(answer, { words, undo: answer.ok ? answer.value.undo : undefined });
    if (answer.ok) location.hash = workAddress();
  };
  const pick = (some: readonly string[], on: boolean) =>
    setChosen(new Set(on ? [...chosen, ...some] : [...chosen].filter((id) => !some.includes(id))));
  return (
    <main className="main">
      <div className="toolbar">
        <a className="link" href={workAddress()}>
          {t('work.behind')}
        </a>
        <h1 ref={heading} tabIndex={-1} dir="auto" data-own-words>
          {list.name}
        </h1>
        <WorkProgress counts={list.counts} label={list.name} />
        <span className="row push">
          <RenameWork list={list} onEnd={onEnd} />
          <button type="button" className="btn btn-small btn-bad" onClick={() => void remove()}>
            {t('work.remove')}
          </button>
          <button
            type="button"
            className="btn btn-small btn-primary"
            onClick={() => {
              choose(list.id);
              onEnd({ ok: true }, { words: t('work.resumed') });
            }}
          >
            {t('work.resume')}
          </button>
        </span>
      </div>
      {notices}
      <HandOn list={list} onEnd={onEnd} onSay={onSay} />
      <div className="toolbar">
        <label className="row">
          <span className="label">{t('work.state')}</span>
          <span className="select">
            <select
              className="input"
              value={state ?? ''}
              onChange={({ target }) => {
                setState(WorkState.options.find((one) => one === target.value));
                setLimit(step);
              }}
            >
              <option value="">{t('work.all')}</option>
              {WorkState.options.map((one) => (
                <option key={one} value={one}>
                  {t(`work.state.${one}`)}
                </option>
              ))}
            </select>
          </span>
        </label>
        {picked.length > 0 && (
          <span className="row" role="toolbar" aria-label={t('work.picked', { count: picked.length })}>
            <span className="strong">{t('work.picked', { count: picked.length })}</span>
            {WorkState.options.map((one) => (
              <button
                key={one}
                type="button"
                className="btn btn-small"
                onClick={() => void change(picked, { state: one })}
              >
                {t(`work.state.${one}`)}
              </button>
            ))}
            <button
              type="button"
              className="btn btn-small btn-bad"
              onClick={() => void change(picked, { remove: true })}
            >
              {t('work.take')}
            </button>
          </span>
        )}
      </div>
      {ids && ids.length === 0 ? (
        <div className="empty">
          <h2>{t('work.none')}</h2>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className="table-wrap" tabIndex={0} aria-label={t('work.pages')}>
          <table className="table work-table">
            <thead>
              <tr>
                <th scope="col" className="pick">
                  <PickBox
                    label={t('work.pickAll')}
                    picked={picked.length}
                    of={shown.length}
                    onPick={(on) => pick(shown, on)}
                  />
                </th>
                <th scope="col">{t('work.columns')}</th>
                <th scope="col">{t('work.columns.state')}</th>
                <th scope="col">{t('work.columns.alignments')}</th>
              </tr>
            </thead>
            <tbody>
              {rows?.map((row) => (
                <WorkRowLine
                  key={row.id}
                  row={row}
                  picked={chosen.has(row.id)}
                  onPick={(on) => pick([row.id], on)}
                  onState={(next) => void change([row.id], { state: next })}
                />
              ))}
            </tbody>
          </table>
          {ids && (
            <ShowMore
              shown={shown.length}
              total={ids.length}
              more={ids.length > limit}
              step={step}
              onMore={() => setLimit(limit + step)}
            />
          )}
        </section>
      )}
    </main>
  );
}
