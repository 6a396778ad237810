import { useState } from 'react';
import { bytes, moment } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { backupFile, backupsKept, type KeptBackup } from '../../lib/queries/backups.ts';
import { useDatabase, useKept } from '../../lib/queries/database-context.ts';
import { download } from '../bundle/download.ts';
import { Notice } from '../ui/Notice.tsx';

type Props = {
  /** Whether the last one found no room. */
  full: boolean;
  onRestore(backup: KeptBackup, name: string): void;
  onSay(text: string): void;
};

/** The last good states, kept in the browser by itself. */
export function AutomaticBackups({ full, onRestore, onSay }: Props) {
  const database = useDatabase();
  const kept = useKept(backupsKept, []);
  const [lost, setLost] = useState(false);
  const save = async ({ id, at }: KeptBackup) => {
    const file = await backupFile(database, id);
    setLost(!file);
    if (!file) return;
    const name = `plumbline-${at.slice(0, 10)}.plumbline-backup.gz`;
    download(file, name);
    onSay(t('backup.downloaded', { file: name }));
  };
  return (
    <div className="card">
      <div className="card-head">
        <h3>{t('backup.automatic')}</h3>
      </div>
      <div className="card-body">
        <p className="muted">{t('backup.automatic.lead')}</p>
        {full && (
          <Notice tone="caution" title={t('backup.automatic.full')}>
            <p>{t('backup.automatic.fullAdvice')}</p>
          </Notice>
        )}
        {lost && <p role="alert">{t('backup.automatic.gone')}</p>}
        {kept?.length === 0 && <p className="quiet">{t('backup.automatic.none')}</p>}
      </div>
      {kept && kept.length > 0 && (
        <ul className="lines" aria-label={t('backup.automatic')}>
          {kept.map((backup) => {
            const time = moment(backup.at);
            return (
              <li key={backup.id}>
                <div className="grow">
                  <strong className="strong" data-own-words>
                    {time}
                  </strong>
                  <p className="muted dots">
                    <span>{t('backup.automatic.alignments', { count: backup.alignments })}</span>
                    <span data-own-words>{bytes(backup.bytes)}</span>
                    {backup.before && <span>{t('backup.automatic.before')}</span>}
                  </p>
                </div>
                <button
                  type="button"
                  className="btn btn-small"
                  aria-label={t('backup.automatic.restoreName', { time })}
                  onClick={() => onRestore(backup, time)}
                >
                  {t('backup.automatic.restore')}
                </button>
                <button
                  type="button"
                  className="btn btn-small btn-quiet"
                  aria-label={t('backup.automatic.downloadName', { time })}
                  onClick={() => void save(backup)}
                >
                  {t('backup.automatic.download')}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
