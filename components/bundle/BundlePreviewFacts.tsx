import type { BundlePreview, ConflictChoice, Difference, ImportMode } from '../../lib/domain/bundle-import.ts';
import { sentenceOf } from '../../lib/domain/skill.ts';
import { hostOf } from '../../lib/domain/web-address.ts';
import { number } from '../../lib/language/format.ts';
import { sentenceWords } from '../../lib/language/problem-words.ts';
import { t } from '../../lib/language/words.ts';
import { fitWord, relationWord } from '../alignment/words.ts';

type Props = {
  preview: BundlePreview;
  mode: ImportMode;
  conflicts: ConflictChoice;
  onMode(mode: ImportMode): void;
  onConflicts(conflicts: ConflictChoice): void;
};

/** What a file of alignments would change: counts, the differences side by side, and the two things to decide. */
export function BundlePreviewFacts({ preview, mode, conflicts, onMode, onConflicts }: Props) {
  const { format, pages, fresh, same, changed, missing, differences, examples, warnings, skillAlignments } = preview;
  return (
    <>
      <p className="muted">{t('bundle.what', { format: t(`format.${format}.label`), pages })}</p>
      <dl className="counts">
        <Count what={t('bundle.count.fresh')} count={fresh} />
        <Count what={t('bundle.count.same')} count={same} />
        <Count what={t('bundle.count.changed')} count={changed} />
        <Count what={t('bundle.count.conflicts')} count={preview.conflicts} />
        {skillAlignments > 0 && <Count what={t('bundle.count.skillAlignments')} count={skillAlignments} />}
      </dl>
      {examples.length > 0 && (
        <ul className="lines compact" aria-label={t('bundle.newAlignments')}>
          {examples.slice(0, 5).map((one) => (
            <li key={`${one.resource} ${one.relation} ${one.skill.uri}`}>
              <span className="quiet">{relationWord(one.relation)}</span>{' '}
              <span lang={one.skill.language} dir="auto" data-own-words>
                {sentenceOf(one.skill)}
              </span>{' '}
              <span className="quiet" data-own-words>
                {hostOf(one.resource)}
              </span>
            </li>
          ))}
          {fresh > 5 && <li className="quiet">{t('bundle.more', { count: fresh - 5 })}</li>}
        </ul>
      )}
      {differences.length > 0 && (
        <ul className="lines compact" aria-label={t('bundle.differences')}>
          {differences.slice(0, 5).map((one) => (
            <DifferenceLine key={one.kept.id} difference={one} />
          ))}
          {changed + preview.conflicts > 5 && (
            <li className="quiet">{t('bundle.more', { count: changed + preview.conflicts - 5 })}</li>
          )}
        </ul>
      )}
      {preview.conflicts > 0 && (
        <fieldset className="stack">
          <legend className="label">{t('bundle.conflicts')}</legend>
          <Radio name="conflicts" checked={conflicts === 'mine'} onChoose={() => onConflicts('mine')}>
            {t('bundle.conflicts.mine')}
          </Radio>
          <Radio name="conflicts" checked={conflicts === 'theirs'} onChoose={() => onConflicts('theirs')}>
            {t('bundle.conflicts.theirs')}
          </Radio>
        </fieldset>
      )}
      {missing > 0 && (
        <fieldset className="stack">
          <legend className="label">{t('bundle.missing')}</legend>
          <Radio name="mode" checked={mode === 'merge'} onChoose={() => onMode('merge')}>
            {t('bundle.missing.keep')}
          </Radio>
          <Radio name="mode" checked={mode === 'replace'} onChoose={() => onMode('replace')}>
            {t('bundle.missing.remove', { count: missing })}
          </Radio>
        </fieldset>
      )}
      {warnings.length > 0 && (
        <ul className="warnings" aria-label={t('bundle.warnings')}>
          {warnings.map(({ count, ...warning }) => (
            <li key={`${warning.code} ${warning.message}`}>
              {sentenceWords(warning)}{' '}
              {count > 1 && <span className="quiet">{t('bundle.warnings.times', { count })}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Count({ what, count }: { what: string; count: number }) {
  return (
    <div className={count === 0 ? 'is-none' : undefined}>
      <dt>{what}</dt>
      <dd>{number(count)}</dd>
    </div>
  );
}

function DifferenceLine({ difference: { kept, incoming } }: { difference: Difference }) {
  return (
    <li>
      <span className="quiet">{relationWord(kept.relation)}</span>{' '}
      <span lang={kept.skill.language} dir="auto" data-own-words>
        {sentenceOf(kept.skill)}
      </span>
      <p className="muted dots">
        <span>{sayingOf('here', kept)}</span>
        <span>{sayingOf('there', { fit: incoming.fit ?? kept.fit, note: incoming.note ?? kept.note })}</span>
      </p>
    </li>
  );
}

function sayingOf(where: 'here' | 'there', { fit, note }: Pick<Difference['kept'], 'fit' | 'note'>): string {
  const said = fitWord(fit);
  return note
    ? t(`bundle.difference.${where}Note`, { fit: said, note })
    : t(`bundle.difference.${where}`, { fit: said });
}

type RadioProps = { name: string; checked: boolean; onChoose(): void; children: React.ReactNode };

function Radio({ name, checked, onChoose, children }: RadioProps) {
  return (
    <label className="check">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>{children}</span>
    </label>
  );
}
