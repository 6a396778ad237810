import { mostWorkItems } from '../../lib/domain/work-list.ts';
import { t } from '../../lib/language/words.ts';
import type { WorkPreview } from '../../lib/queries/work.ts';
import { type WorkColumns, wholeWorkColumns } from '../../lib/work-sources/work-table.ts';
import { ColumnMapper } from '../framework/ColumnMapper.tsx';
import { Notice, ProblemNotice } from '../ui/Notice.tsx';
import type { PagesRead } from './use-work-reading.ts';
import { workFields } from './work-fields.ts';

type Props = {
  pages: PagesRead;
  preview: WorkPreview;
  /** Reads the table again by other columns. */
  onColumns(columns: WorkColumns): void;
};

/** What adding pages would come to: how many are new, there already, aligned already, and what is left out and why. */
export function WorkPreviewFacts({ pages, preview, onColumns }: Props) {
  const { read, rest, stopped } = pages;
  const { twice, over, refused, deleted = 0, table } = read;
  const { fresh, known, aligned } = preview;
  return (
    <>
      {rest && (
        <div className="stack">
          <strong>{t('work.preview.partial')}</strong>
          <ProblemNotice problem={rest} />
        </div>
      )}
      {stopped !== undefined && <Notice tone="caution" title={t('work.preview.stopped', { count: stopped })} />}
      <ul className="facts-list">
        <li className="strong">{t('work.preview.new', { count: fresh, from: t(`work.from.${read.from}`) })}</li>
        {aligned > 0 && <li>{t('work.preview.aligned', { count: aligned })}</li>}
        {known > 0 && <li>{t('work.preview.known', { count: known })}</li>}
        {twice > 0 && <li>{t('work.preview.twice', { count: twice })}</li>}
        {deleted > 0 && <li>{t('work.preview.deleted', { count: deleted })}</li>}
        {over > 0 && <li>{t('work.preview.over', { count: over, most: mostWorkItems })}</li>}
        {refused.count > 0 && (
          <li>
            {t('work.preview.refused', { count: refused.count })}
            <ul className="muted" data-own-words>
              {refused.first.map((text, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and none ever moves
                <li key={at} dir="auto">
                  {text}
                </li>
              ))}
              {refused.count > refused.first.length && <li aria-hidden="true">…</li>}
            </ul>
          </li>
        )}
      </ul>
      {read.pages.length > 0 && (
        <section className="stack" aria-label={t('work.preview.first')}>
          <strong className="label">{t('work.preview.first')}</strong>
          <ol className="first-pages" data-own-words>
            {read.pages.slice(0, 5).map(({ address, title }) => (
              <li key={address}>
                <bdi>{title ?? address}</bdi>
                {title !== undefined && (
                  <span className="quiet address" dir="ltr">
                    {address}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      {table && (
        <details>
          <summary>{t('work.preview.table')}</summary>
          <ColumnMapper
            table={table.sample}
            fields={workFields}
            guess={table.columns}
            columns={table.columns}
            wholeOf={wholeWorkColumns}
            onName={onColumns}
          />
        </details>
      )}
    </>
  );
}
