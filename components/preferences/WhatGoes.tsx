import { t } from '../../lib/language/words.ts';
import { type Everything, keptThings } from '../../lib/queries/everything.ts';

type Props = { everything: Everything };

/** What starting over erases, counted, and what it leaves where it stands. */
export function WhatGoes({ everything: { counts, total, standing } }: Props) {
  if (total === 0) return <p>{t('reset.nothing')}</p>;
  return (
    <>
      <p className="strong">{t('reset.what')}</p>
      <ul className="counted" aria-label={t('reset.what')}>
        {keptThings.map((thing) =>
          counts[thing] > 0 ? <li key={thing}>{t(`reset.thing.${thing}`, { count: counts[thing] })}</li> : null,
        )}
      </ul>
      <p className="muted">{t('reset.and')}</p>
      {standing > 0 && <p className="muted">{t('reset.standing', { count: standing })}</p>}
    </>
  );
}
