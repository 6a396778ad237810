/** Icons of ground.css; each has a class of its name. */
export type IconName =
  | 'alert'
  | 'back'
  | 'bob'
  | 'check'
  | 'clock'
  | 'close'
  | 'copy'
  | 'down'
  | 'info'
  | 'more'
  | 'next'
  | 'panel'
  | 'pin'
  | 'search'
  | 'sliders'
  | 'table';

type Props = { name: IconName };

/** An icon in the colour of the text around it. Never alone: a word or an accessible name stands beside it. */
export function Icon({ name }: Props) {
  return <i className={`icon icon-${name}`} aria-hidden="true" />;
}
