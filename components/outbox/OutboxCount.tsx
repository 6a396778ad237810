import { number } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { countIn, deliveryCounts } from '../../lib/queries/outbox.ts';

/** How many deliveries are not done, and how many of them failed, for the tab. */
export function OutboxCount() {
  const counts = useKept(deliveryCounts, []);
  if (!counts) return null;
  const [open, failed] = [countIn(counts, { state: 'open' }), countIn(counts, { state: 'failed' })];
  if (open === 0) return null;
  if (failed === 0) return <span className="count">{number(open)}</span>;
  return <span className="count count-bad">{t('outbox.count.failed', { count: open, failed })}</span>;
}
