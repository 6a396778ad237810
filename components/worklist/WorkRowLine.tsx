import { WorkState } from '../../lib/domain/work-list.ts';
import { t } from '../../lib/language/words.ts';
import type { WorkRow } from '../../lib/queries/work.ts';
import { resourceAddress } from '../library/library-address.ts';
import { Icon } from '../ui/Icon.tsx';
import { PickBox } from '../ui/PickBox.tsx';
import { Words } from '../ui/Words.tsx';

type Props = {
  row: WorkRow;
  picked: boolean;
  onPick(picked: boolean): void;
  onState(state: WorkState): void;
};

/** A page of a list: what it is, what became of it, what it is aligned to, and which registry refused that and why. */
export function WorkRowLine({ row, picked, onPick, onState }: Props) {
  const { address, title = address, state, alignments, refused } = row;
  return (
    <tr aria-selected={picked}>
      <td className="pick">
        <PickBox label={t('work.pick', { title })} picked={picked ? 1 : 0} of={1} onPick={onPick} />
      </td>
      <th scope="row">
        <a href={address} target="_blank" rel="noreferrer" data-own-words>
          <bdi className="clamp-2">{title}</bdi>
        </a>
        {title !== address && (
          <span className="quiet clamp-1" dir="ltr" data-own-words>
            {address}
          </span>
        )}
        {refused.map(({ registry, why }) => (
          <span key={registry} className="state state-failed refused">
            <Icon name="alert" />
            <span>
              <Words
                of="work.refused"
                values={{ registry: <bdi data-own-words>{registry}</bdi>, why: <span data-own-words>{why}</span> }}
              />
            </span>
          </span>
        ))}
      </th>
      <td>
        <span className="select">
          <select
            className="input"
            aria-label={t('work.state.of', { title })}
            value={state}
            onChange={({ target }) => onState(WorkState.parse(target.value))}
          >
            {WorkState.options.map((one) => (
              <option key={one} value={one}>
                {t(`work.state.${one}`)}
              </option>
            ))}
          </select>
        </span>
      </td>
      <td>
        {alignments > 0 ? (
          <a href={resourceAddress(address)}>{t('work.alignments', { count: alignments })}</a>
        ) : (
          <span className="quiet">{t('work.alignments', { count: 0 })}</span>
        )}
      </td>
    </tr>
  );
}
