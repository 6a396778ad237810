import { useState } from 'react';
import { backupFile, backupsKept, type KeptBackup } from '../../lib/queries/backups.ts';
import { useDatabase, useKept } from '../../lib/queries/database-context.ts';
import { download } from '../bundle/download.ts';
import { countOf } from '../framework/words.ts';
import { Notice } from '../ui/Notice.tsx';
import { sizeWords } from './words.ts';

type Props = {
  /** Whether the last one found no room. */
  full: boolean;
  onRestore(backup: KeptBackup, name: string): void;
  onSay(text: string): void;
};

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

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
    onSay(`Downloaded ${name}.`);
  };
  return (
    <div className="card">
      <div className="card-head">
        <h3>Automatic backups</h3>
      </div>
      <div className="card-body">
        <p className="muted">
          One a day where something changed, and one before each restore: the newest five are kept, and the last of each
          of three weeks before. They are in this browser alone, and go where it goes.
        </p>
        {full && (
          <Notice tone="caution" title="There was no room for the last one">
            <p>This device’s storage is full. What is kept is untouched; make a backup as a file.</p>
          </Notice>
        )}
        {lost && <p role="alert">It is no longer here: newer ones took its place.</p>}
        {kept?.length === 0 && <p className="quiet">None yet. The first comes soon after the first alignment.</p>}
      </div>
      {kept && kept.length > 0 && (
        <ul className="lines" aria-label="Automatic backups">
          {kept.map((backup) => {
            const time = moment.format(new Date(backup.at));
            return (
              <li key={backup.id}>
                <div className="grow">
                  <strong className="strong">{time}</strong>
                  <p className="muted dots">
                    <span>{countOf(backup.alignments, 'alignment')}</span>
                    <span>{sizeWords(backup.bytes)}</span>
                    {backup.before && <span>before a restore</span>}
                  </p>
                </div>
                <button
                  type="button"
                  className="btn btn-small"
                  aria-label={`Restore ${time}`}
                  onClick={() => onRestore(backup, time)}
                >
                  Restore
                </button>
                <button
                  type="button"
                  className="btn btn-small btn-quiet"
                  aria-label={`Download ${time}`}
                  onClick={() => void save(backup)}
                >
                  Download
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
