import type { Loss } from '../../lib/domain/bundle.ts';

type Props = {
  losses: readonly Loss[];
  /** Default "What this format cannot carry". */
  title?: string;
};

/** What a format cannot carry, each with how many alignments that concerns. Nothing where it carries all. */
export function Losses({ losses, title = 'What this format cannot carry' }: Props) {
  if (losses.length === 0) return null;
  return (
    <section className="block stack" aria-label={title}>
      <h2 className="label">{title}</h2>
      <ul className="loss">
        {losses.map(({ what, message, count }) => (
          <li key={what}>
            <span>{message}</span>
            <span className="quiet">{count === 1 ? 'in 1 alignment' : `in ${count.toLocaleString()} alignments`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
