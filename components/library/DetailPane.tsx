import type { ReactNode } from 'react';
import { libraryStateOf } from '../../lib/domain/library-filter.ts';
import { hostOf } from '../../lib/domain/web-address.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { libraryRows } from '../../lib/queries/library-rows.ts';
import { EvidenceQuote, ShowPassage } from '../alignment/EvidenceQuote.tsx';
import { fitWord, relationWord } from '../alignment/words.ts';
import { HistoryLines } from '../history/AlignmentHistory.tsx';
import { SkillText } from '../skill/SkillText.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Moment } from '../ui/Moment.tsx';
import { useNow } from '../ui/use-now.ts';
import { resourceAddress, skillAddress } from './library-address.ts';
import { stateWords } from './state-words.ts';

type Props = { id: string; onClose(): void };

/** The alignment under the cursor, whole: its skill's full statement, its evidence, what happened to it. */
export function DetailPane({ id, onClose }: Props) {
  const now = useNow();
  const rows = useKept((database) => libraryRows(database, [id]), [id]);
  const row = rows?.find((one) => one.id === id);
  if (!row) return <aside className="detail" aria-label={t('library.detail')} aria-busy={!rows} />;
  const { skill, relation, fit, resource, title, evidence, note, modified } = row;
  const state = stateWords[libraryStateOf(row.deliveries)];
  return (
    <aside className="detail" aria-label={t('library.detail')}>
      <section className="block">
        <div className="row">
          <span className={state.className}>
            <Icon name={state.icon} />
            {state.label()}
          </span>
          <span className="quiet">
            <Moment at={modified} now={now} />
          </span>
          <span className="push">
            <IconButton icon="close" label={t('library.closeDetail')} onClick={onClose} />
          </span>
        </div>
        <h2 className="statement" data-own-words="">
          <SkillText skill={skill} />
        </h2>
        <dl className="detail-facts">
          <Fact name={t('library.page')}>
            <span dir="auto" data-own-words="">
              {title === resource ? hostOf(resource) : title}
            </span>
          </Fact>
          <Fact name={t('library.relation')}>{relationWord(relation)}</Fact>
          <Fact name={t('library.fit')}>{fitWord(fit)}</Fact>
          {skill.framework?.name && (
            <Fact name={t('library.facet.framework')}>
              <span dir="auto" data-own-words="">
                {skill.framework.name}
              </span>
            </Fact>
          )}
          <Fact name={t('library.facet.source')}>
            <span dir="auto" data-own-words="">
              {skill.source.name}
            </span>
          </Fact>
        </dl>
        <div className="row">
          <a className="btn btn-small" href={resourceAddress(resource)}>
            {t('library.aboutPage')}
          </a>
          <a className="btn btn-small" href={skillAddress(skill.uri)}>
            {t('library.aboutSkill')}
          </a>
        </div>
      </section>
      {(evidence || note) && (
        <section className="block">
          <h3>{t('library.facet.evidence')}</h3>
          {evidence && <EvidenceQuote evidence={evidence} />}
          {evidence && <ShowPassage evidence={evidence} />}
          {note && (
            <p className="muted" dir="auto" data-own-words="">
              {note}
            </p>
          )}
        </section>
      )}
      <section className="block">
        <h3>{t('history.of')}</h3>
        <HistoryLines key={id} alignment={id} />
      </section>
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
