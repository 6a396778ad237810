import type { ReactNode } from 'react';
import { t } from '../../lib/language/words.ts';
import { Notice } from './Notice.tsx';

type Props = {
  /** What would be lost, in a few words. */
  title: ReactNode;
  /** What has to be typed. */
  number: number;
  /** What is typed so far. */
  typed: string;
  onType(text: string): void;
  children?: ReactNode;
};

/** Asks a person to type a number before an act on many records; whether it was typed is for the caller to see. */
export function TypedConfirmation({ title, number, typed, onType, children }: Props) {
  return (
    <Notice tone="caution" title={title}>
      {children}
      <label className="field confirmation">
        <span className="label">{t('ui.typeNumber', { number: String(number) })}</span>
        <input
          className="input"
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={(event) => onType(event.target.value)}
        />
      </label>
    </Notice>
  );
}
