import { t } from '../../lib/language/words.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';

type Props = { registry: KeptRegistry; onRemove(): void; onKeep(): void };

/** What removing a registry comes to, and the second word that it takes. */
export function RemoveRegistry({ registry: { name, waiting, standing }, onRemove, onKeep }: Props) {
  const said = [
    ...(waiting > 0 ? [t('registry.remove.unsent', { count: waiting })] : []),
    ...(standing > 0 ? [t('registry.remove.standing', { count: standing })] : []),
    t('registry.remove.alignmentsStay'),
  ];
  return (
    <>
      <span className="muted">{said.join(' ')}</span>
      <button type="button" className="btn btn-small btn-bad" onClick={onRemove}>
        {t('registry.remove.name', { name })}
      </button>
      <button type="button" className="btn btn-small" onClick={onKeep}>
        {t('registry.remove.keep')}
      </button>
    </>
  );
}
