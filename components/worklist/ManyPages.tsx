import { useEffect, useRef, useState } from 'react';
import type { SetSkill } from '../../lib/domain/align-pages.ts';
import { Fit, Relation } from '../../lib/domain/resource-alignment.ts';
import type { FoundPage } from '../../lib/domain/work-list.ts';
import { t } from '../../lib/language/words.ts';
import { alignPagesPreview } from '../../lib/queries/work.ts';
import { useManyPages } from '../../lib/state/many-pages.ts';
import { useMarked } from '../../lib/state/marked.ts';
import { useView } from '../../lib/state/view.ts';
import { fitWord, relationWord } from '../alignment/words.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { useEscape } from '../ui/use-escape.ts';
import { PagesToPick } from './PagesToPick.tsx';
import { useAlignPages } from './use-align-pages.ts';
import { useKeptOf } from './use-kept-of.ts';
import { WorkMeter } from './WorkMeter.tsx';

type Props = {
  /** The page that it was asked for on: it is not offered. */
  address: string;
};

/** Puts one set of skills on many pages: which skills and how, which pages, what would be new, then all of it as one act. */
export function ManyPages({ address }: Props) {
  const { skills, take } = useManyPages();
  const { show } = useView();
  const mark = useMarked((state) => state.mark);
  const [picked, setPicked] = useState<ReadonlyMap<string, FoundPage>>(new Map());
  const { progress, problem, run, end, isLong } = useAlignPages();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const leave = () => show('page');
  useEscape(leave);
  const pages = [...picked.values()];
  const asked = JSON.stringify([pages.map((page) => page.address), skills.map(keyOf)]);
  const preview = useKeptOf(asked, (database) => alignPagesPreview(database, pages, skills));
  const align = async () => {
    const done = await run(pages, skills);
    if (!done) return;
    mark([]);
    show('page', { kind: 'savedSeveral', undo: done.undo, created: done.created, changed: 0, sending: false });
  };
  return (
    <main className="surface" aria-labelledby="many-head">
      <header className="surface-bar">
        <IconButton icon="back" label={t('work.many.back')} onClick={leave} />
        <div className="where titled">
          <h1 id="many-head" ref={heading} tabIndex={-1}>
            {t('work.many')}
          </h1>
        </div>
      </header>
      <div className="surface-body">
        <SetOfSkills skills={skills} onChange={take} />
        <PagesToPick but={address} picked={picked} onPick={setPicked} />
      </div>
      <footer className="surface-foot">
        {problem && <ProblemNotice problem={problem} />}
        {progress && isLong(pages.length, skills.length) ? (
          <WorkMeter
            label={t('work.many.running')}
            done={progress.done}
            total={progress.total}
            words={t('work.reading.pagesOf', progress)}
            onCancel={end}
          />
        ) : (
          <>
            <p className="saying">
              {preview && pages.length > 0
                ? t('work.many.preview', { fresh: preview.fresh, standing: preview.standing })
                : t('work.many.none')}
            </p>
            <button
              type="button"
              className="btn btn-primary"
              disabled={!preview || preview.fresh === 0 || progress !== undefined}
              onClick={() => void align()}
            >
              {t('work.many.do', { count: pages.length })}
            </button>
          </>
        )}
      </footer>
    </main>
  );
}

function keyOf({ skill, relation }: SetSkill): string {
  return `${relation} ${skill.uri}`;
}

type SetProps = { skills: readonly SetSkill[]; onChange(skills: readonly SetSkill[]): void };

function SetOfSkills({ skills, onChange }: SetProps) {
  const change = (index: number, over: Partial<SetSkill>) =>
    onChange(skills.map((one, at) => (at === index ? { ...one, ...over } : one)));
  return (
    <section className="block stack" aria-label={t('work.many.skills')}>
      <h2 className="label">{t('work.many.skills')}</h2>
      <ul className="set-skills">
        {skills.map(({ skill, relation, fit }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps its place, and its relation changes under the hand
          <li key={`${index} ${skill.uri}`}>
            <SkillText skill={skill} />
            <div className="row">
              <span className="select">
                <select
                  className="input"
                  aria-label={t('work.many.relation', { skill: skill.name || skill.statement })}
                  value={relation}
                  onChange={({ target }) => change(index, { relation: Relation.parse(target.value) })}
                >
                  {Relation.options.map((one) => (
                    <option key={one} value={one}>
                      {relationWord(one)}
                    </option>
                  ))}
                </select>
              </span>
              <span className="select">
                <select
                  className="input"
                  aria-label={t('work.many.fit', { skill: skill.name || skill.statement })}
                  value={fit}
                  onChange={({ target }) => change(index, { fit: Fit.parse(target.value) })}
                >
                  {Fit.options.map((one) => (
                    <option key={one} value={one}>
                      {fitWord(one)}
                    </option>
                  ))}
                </select>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
