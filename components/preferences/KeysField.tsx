import { type KeyboardEvent, useId } from 'react';
import { keysOf } from '../../lib/domain/shortcut.ts';
import { t } from '../../lib/language/words.ts';

type Props = {
  label: string;
  /** Why what was pressed last cannot be it. */
  refused: string | undefined;
  onKeys(keys: string): void;
  /** What was pressed can be no shortcut. */
  onRefused(): void;
  onLeave(): void;
};

const modifiers = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'];

/** Takes keys as they are pressed. Tab goes on as ever, so that nobody is caught in it; Escape leaves it. */
export function KeysField({ label, refused, onKeys, onRefused, onLeave }: Props) {
  const hint = useId();
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Tab' || modifiers.includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Escape') return onLeave();
    const keys = keysOf(event, /mac/i.test(navigator.platform));
    if (keys) onKeys(keys);
    else onRefused();
  };
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input
        className="input"
        // biome-ignore lint/a11y/noAutofocus: it was opened by the person, who goes on with the keyboard
        autoFocus
        readOnly
        value=""
        dir="ltr"
        aria-describedby={hint}
        aria-invalid={refused !== undefined}
        placeholder={t('preference.shortcut.press')}
        onKeyDown={press}
      />
      <span className="hint" id={hint}>
        {t('preference.shortcut.pressHint')}
      </span>
      {refused && (
        <span className="hint is-bad" role="alert">
          {refused}
        </span>
      )}
    </label>
  );
}
