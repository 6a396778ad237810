import type { ComponentProps } from 'react';
import { Icon, type IconName } from './Icon.tsx';

type Props = Omit<ComponentProps<'button'>, 'children' | 'className'> & {
  icon: IconName;
  /** Accessible name, also shown as the tooltip. */
  label: string;
};

/** A button that is an icon, at least 28 px wide and high. */
export function IconButton({ icon, label, ...rest }: Props) {
  return (
    <button type="button" className="icon-btn" aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
