import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { workOrigins } from '../../lib/queries/work.ts';
import { usePage } from '../../lib/state/page.ts';
import { useWork } from '../../lib/state/work.ts';
import { askPermission } from '../registry/test-state.ts';
import { tellLetIn } from '../resource/let-in.ts';

/** That the page in hand could not be read, and the way to have those of the list read as they open. */
export function LetIn({ list }: { list: string }) {
  const unread = useWork((work) => work.unread);
  const tab = usePage((page) => page.tab);
  const origins = useKept((database) => workOrigins(database, list), [list]);
  if (!unread || !origins || origins.length === 0) return null;
  const letIn = async (asked: Promise<boolean>) => {
    if ((await asked.catch(() => false)) && tab !== undefined) tellLetIn(tab);
  };
  return (
    <div className="stack">
      <p className="muted">{t('work.letIn.why')}</p>
      <div className="row">
        <button type="button" className="btn btn-small" onClick={() => void letIn(askPermission(...origins))}>
          {t('work.letIn')}
        </button>
      </div>
    </div>
  );
}
