import { useEffect, useState } from 'react';
import { askToWrite, type DiskFolder, mayWrite } from '../../lib/domain/disk-folder.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { folderKept, type KeptRegistry } from '../../lib/queries/kept.ts';
import { useBulk } from '../framework/bulk-context.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { pickFolder } from './pick-folder.ts';

type Props = { registry: KeptRegistry };

/** The folder of this disk that a registry writes into: which it is, and whether the browser still lets us. */
export function FolderLine({ registry }: Props) {
  const { id, name } = registry;
  const folder = useKept((database) => folderKept(database, id), [id]);
  const bulk = useBulk();
  const [allowed, setAllowed] = useState<boolean>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    let left = false;
    setAllowed(undefined);
    if (folder) void mayWrite(folder).then((may) => left || setAllowed(may));
    return () => {
      left = true;
    };
  }, [folder]);
  /** What waited for the folder is sent once it is there. */
  const goOn = async () => {
    const answer = await ask('changeRegistry', { id });
    setProblem(answer.ok ? undefined : answer.problem);
  };
  const choose = async () => {
    const handle = await pickFolder();
    if (!handle) return;
    const answer = await bulk.ask('keepFolder', { registry: id, handle });
    if (answer === 'cancelled') return;
    if (answer.ok) await goOn();
    else setProblem(answer.problem);
  };
  const allow = async (chosen: DiskFolder) => {
    const given = await askToWrite(chosen);
    setAllowed(given);
    if (given) await goOn();
  };
  return (
    <div className="stack">
      <div className="row">
        <span className="strong">{t('registry.folder')}</span>
        <span className="muted">{folder ? <bdi data-own-words>{folder.name}</bdi> : t('registry.folder.needed')}</span>
        {folder && allowed === false && (
          <button
            type="button"
            className="btn btn-small"
            aria-label={t('registry.folder.allowName', { name })}
            onClick={() => void allow(folder)}
          >
            {t('registry.folder.allow')}
          </button>
        )}
        <button
          type="button"
          className={folder ? 'link' : 'btn btn-small'}
          aria-label={t('registry.folder.chooseName', { name })}
          onClick={() => void choose()}
        >
          {t(folder ? 'registry.folder.another' : 'registry.folder.choose')}
        </button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
