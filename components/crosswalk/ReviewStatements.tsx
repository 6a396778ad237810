import { useRef, useState } from 'react';
import type { CrosswalkRow } from '../../lib/domain/crosswalk.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { type SkillAlignment, SkillRelation } from '../../lib/domain/skill-alignment.ts';
import { fold } from '../../lib/domain/words.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice, ProblemNotice } from '../ui/Notice.tsx';
import { ShowMore } from '../ui/ShowMore.tsx';
import { useNow } from '../ui/use-now.ts';
import { ReviewRow } from './ReviewRow.tsx';
import { shortName, skillRelationWord } from './words.ts';

/** How many rows come at once. */
const step = 50;

type Props = { rows: readonly CrosswalkRow[]; onSay(text: string): void };

/** Everything that stands between the two frameworks: to be looked through, changed and removed. */
export function ReviewStatements({ rows, onSay }: Props) {
  const [relation, setRelation] = useState<SkillRelation>();
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(step);
  const [removed, setRemoved] = useState<{ words: string; undo: string }>();
  const [problem, setProblem] = useState<Problem>();
  const region = useRef<HTMLElement>(null);
  const now = useNow();
  const found = rows.filter(({ statement }) => passes(statement, relation, text));
  const changeTo = async ({ id, revision, note }: SkillAlignment, chosen: SkillRelation) => {
    const choice = { relation: chosen, ...(note !== undefined && { note }) };
    const answer = await ask('changeSkillAlignment', { id, revision, choice });
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    const { subject, object } = answer.value;
    const relation = skillRelationWord(chosen);
    onSay(t('crosswalk.saved', { subject: shortName(subject), relation, object: shortName(object) }));
  };
  const remove = async ({ id, revision, subject, relation, object }: SkillAlignment) => {
    const answer = await ask('removeSkillAlignment', { id, revision });
    setProblem(answer.ok ? undefined : answer.problem);
    // The row's button goes with it.
    region.current?.focus();
    if (!answer.ok) return;
    const names = { subject: shortName(subject), relation: skillRelationWord(relation), object: shortName(object) };
    const words = t('crosswalk.removed', names);
    setRemoved({ words, undo: answer.value.undo });
    onSay(words);
  };
  const takeBack = async (undo: string) => {
    const answer = await ask('takeBack', { undo });
    setProblem(answer.ok ? undefined : answer.problem);
    setRemoved(undefined);
    region.current?.focus();
    if (answer.ok) onSay(t('crosswalk.undone', answer.value));
  };
  return (
    <>
      <div className="toolbar">
        <span className="select">
          <select
            className="input"
            aria-label={t('crosswalk.column.relation')}
            value={relation ?? ''}
            onChange={({ target }) => setRelation(SkillRelation.options.find((one) => one === target.value))}
          >
            <option value="">{t('crosswalk.relation.all')}</option>
            {SkillRelation.options.map((one) => (
              <option key={one} value={one}>
                {skillRelationWord(one)}
              </option>
            ))}
          </select>
        </span>
        <div className="input-icon find">
          <Icon name="search" />
          <input
            className="input"
            type="search"
            aria-label={t('crosswalk.find')}
            placeholder={t('crosswalk.find')}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </div>
        <span className="muted">{t('crosswalk.count', { count: found.length })}</span>
      </div>
      {(removed || problem) && (
        <div className="notices">
          {removed && (
            <Notice
              tone="good"
              title={removed.words}
              acts={
                <button type="button" className="btn btn-small" onClick={() => void takeBack(removed.undo)}>
                  {t('crosswalk.undo')}
                </button>
              }
            />
          )}
          {problem && <ProblemNotice problem={problem} />}
        </div>
      )}
      {found.length === 0 ? (
        <Empty
          isFiltered={rows.length > 0}
          onClear={() => {
            setRelation(undefined);
            setText('');
          }}
        />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className="table-wrap" tabIndex={0} aria-label={t('crosswalk.tab')} ref={region}>
          <table className="table crosswalk-table">
            <thead>
              <tr>
                <th scope="col">{t('crosswalk.column.subject')}</th>
                <th scope="col">{t('crosswalk.column.relation')}</th>
                <th scope="col">{t('crosswalk.column.object')}</th>
                <th scope="col">{t('crosswalk.column.note')}</th>
                <th scope="col">{t('crosswalk.column.changed')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {found.slice(0, limit).map(({ statement }) => (
                <ReviewRow
                  key={statement.id}
                  statement={statement}
                  now={now}
                  onRelation={(chosen) => void changeTo(statement, chosen)}
                  onRemove={() => void remove(statement)}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {found.length > 0 && (
        <ShowMore
          shown={Math.min(found.length, limit)}
          total={found.length}
          more={found.length > limit}
          step={step}
          onMore={() => setLimit(limit + step)}
        />
      )}
    </>
  );
}

function Empty({ isFiltered, onClear }: { isFiltered: boolean; onClear(): void }) {
  return (
    <div className="empty">
      <h2>{t(isFiltered ? 'crosswalk.noneFound' : 'crosswalk.none')}</h2>
      {isFiltered ? (
        <button type="button" className="btn" onClick={onClear}>
          {t('crosswalk.clear')}
        </button>
      ) : (
        <p>{t('crosswalk.none.help')}</p>
      )}
    </div>
  );
}

/** Whether a statement is of a relation, and every word stands in one of its skills or its note. */
function passes(
  { subject, object, relation, note }: SkillAlignment,
  wanted: SkillRelation | undefined,
  text: string,
): boolean {
  if (wanted && wanted !== relation) return false;
  const said = [subject, object].flatMap(({ code, name, statement }) => [code, name, statement]);
  const all = fold([...said, note].filter(Boolean).join('\n'));
  return fold(text)
    .split(/\s+/)
    .every((word) => all.includes(word));
}
