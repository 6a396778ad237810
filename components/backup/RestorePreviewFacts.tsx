import { comparedKinds, type RestoreMode, type RestorePreview } from '../../lib/domain/backup.ts';
import { listOf, moment, number } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { outcomeOf, restWords } from './words.ts';

type Props = { preview: RestorePreview; mode: RestoreMode; onMode(mode: RestoreMode): void };

/** What restoring a backup would change, and whether it is merged or takes everything's place. */
export function RestorePreviewFacts({ preview, mode, onMode }: Props) {
  const { made, kinds, rows, twins, homeless, withdrawn, registries, frameworks } = preview;
  const rest = restWords(rows);
  return (
    <>
      <p className="muted">{t('backup.preview.made', { time: moment(made) })}</p>
      <fieldset className="stack">
        <legend className="sr">{t('backup.mode')}</legend>
        <label className="check">
          <input type="radio" name="restore-mode" checked={mode === 'merge'} onChange={() => onMode('merge')} />
          <span>
            {t('backup.mode.merge')}
            <br />
            <span className="quiet">{t('backup.mode.merge.hint')}</span>
          </span>
        </label>
        <label className="check">
          <input type="radio" name="restore-mode" checked={mode === 'replace'} onChange={() => onMode('replace')} />
          <span>
            {t('backup.mode.replace')}
            <br />
            <span className="quiet">{t('backup.mode.replace.hint')}</span>
          </span>
        </label>
      </fieldset>
      <table className="outcome">
        <caption className="sr">{t('backup.preview')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{t('backup.preview.kind')}</span>
            </th>
            <th scope="col">{t('backup.preview.added')}</th>
            <th scope="col">{t('backup.preview.overwritten')}</th>
            <th scope="col">{t('backup.preview.removed')}</th>
            <th scope="col">{t('backup.preview.same')}</th>
          </tr>
        </thead>
        <tbody>
          {comparedKinds.map((kind) => {
            const { added, overwritten, removed } = outcomeOf(kinds[kind], mode);
            return (
              <tr key={kind}>
                <th scope="row">{t(`backup.kind.${kind}`)}</th>
                <Cell count={added} />
                <Cell count={overwritten} />
                <Cell count={removed} />
                <Cell count={kinds[kind].same} />
              </tr>
            );
          })}
        </tbody>
      </table>
      <ul className="lines compact" aria-label={t('backup.preview.besides')}>
        {rest.length > 0 && <li>{t('backup.preview.rest', { things: listOf(rest) })}</li>}
        {mode === 'merge' && kinds.alignments.earlier > 0 && (
          <li>{t('backup.preview.earlier', { count: kinds.alignments.earlier })}</li>
        )}
        {mode === 'merge' && twins > 0 && <li>{t('backup.preview.twins', { count: twins })}</li>}
        {mode === 'replace' && withdrawn > 0 && <li>{t('backup.preview.withdrawn', { count: withdrawn })}</li>}
        {homeless > 0 && <li>{t('backup.preview.homeless', { count: homeless })}</li>}
        {frameworks.length > 0 && (
          <li>
            {t('backup.preview.frameworks', {
              names: listOf(
                frameworks.map(({ name, skills }) => t('backup.preview.framework', { name, count: skills })),
              ),
            })}
          </li>
        )}
        {registries.length > 0 && <li>{t('backup.preview.registries', { names: listOf(registries) })}</li>}
      </ul>
    </>
  );
}

function Cell({ count }: { count: number }) {
  return <td className={count === 0 ? 'quiet' : undefined}>{number(count)}</td>;
}
