import { useEffect, useState } from 'react';
import type { BackupSource, DamagedBackup, Restored, RestoreMode, RestorePreview } from '../../lib/domain/backup.ts';
import type { Problem, Result } from '../../lib/domain/problem.ts';
import type { Bulk } from '../../lib/messaging/bulk-client.ts';
import { ask } from '../../lib/messaging/client.ts';
import { chooseTheme, chosenTheme } from '../../lib/state/theme.ts';
import { useBulk } from '../framework/bulk-context.ts';

/** Restores a backup and lets what it brought take effect: the settings here, the outbox in the background. */
export async function restoreFrom(
  bulk: Bulk,
  source: BackupSource,
  mode: RestoreMode,
  confirmed: number,
): Promise<Result<Restored> | 'cancelled'> {
  const answer = await bulk.ask('restore', { source, mode, confirmed, settings: { theme: chosenTheme() } });
  if (answer === 'cancelled' || !answer.ok) return answer;
  const { theme } = answer.value.settings;
  if (theme) chooseTheme(theme);
  // Nothing more is to be published: it wakes the outbox, which sends what came back as waiting.
  void ask('publish', { alignments: [] });
  return answer;
}

/** Takes a backup through preview and restore. */
export function useRestore(source: BackupSource, onRestored: (done: Restored) => void) {
  const bulk = useBulk();
  const [preview, setPreview] = useState<RestorePreview>();
  const [damaged, setDamaged] = useState<DamagedBackup>();
  const [problem, setProblem] = useState<Problem>();
  const [restoring, setRestoring] = useState(false);
  useEffect(() => {
    const aborter = new AbortController();
    void bulk.ask('previewRestore', { source }, { signal: aborter.signal }).then((answer) => {
      if (aborter.signal.aborted || answer === 'cancelled') return;
      if (!answer.ok) setProblem(answer.problem);
      else if ('damaged' in answer.value) setDamaged(answer.value);
      else setPreview(answer.value);
    });
    return () => aborter.abort();
  }, [bulk, source]);
  const restore = async (mode: RestoreMode, confirmed: number) => {
    setRestoring(true);
    const answer = await restoreFrom(bulk, source, mode, confirmed);
    setRestoring(false);
    if (answer === 'cancelled') return;
    if (answer.ok) onRestored(answer.value);
    else setProblem(answer.problem);
  };
  return { preview, damaged, problem: problem ?? damaged?.damaged, restoring, restore };
}
