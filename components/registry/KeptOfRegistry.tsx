import { date } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { frameworksOf } from '../../lib/queries/frameworks.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { kindWords } from './kind-words.ts';

type Props = { registry: KeptRegistry };

/** What a registry is good for, what is kept here of it, and what waits for it. */
export function KeptOfRegistry({ registry: { id, kind, waiting } }: Props) {
  const { frameworks = 0, skills = 0, newest } = useKept((database) => frameworksOf(database, id), [id]) ?? {};
  return (
    <p className="muted dots">
      <span>{t(kindWords[kind].does)}</span>
      {frameworks > 0 && <span>{t('registry.kept', { count: frameworks, skills })}</span>}
      {newest && <span>{t('registry.kept.copy', { date: date(newest) })}</span>}
      {waiting > 0 && <span>{t('registry.waiting', { count: waiting })}</span>}
    </p>
  );
}
