import { useRef, useState } from 'react';
import type { Conflict } from '../../lib/domain/shortcut.ts';
import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { KeysField } from './KeysField.tsx';
import { nameOfCommand, purposeOfCommand } from './shortcut-words.ts';
import type { ChangeKeys, ShownCommand } from './use-commands.ts';

type Props = {
  command: ShownCommand;
  conflict: Conflict | undefined;
  /** What the commands are called, by their names. */
  namesOf: ReadonlyMap<string, string>;
  /** Absent where keys are changed in the browser's own settings. */
  change: ChangeKeys | undefined;
  onSay(text: string): void;
};

/** A command with its keys, what stands in their way, and where the browser lets us, the ways to change them. */
export function ShortcutLine({ command, conflict, namesOf, change, onSay }: Props) {
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<string>();
  const opener = useRef<HTMLButtonElement>(null);
  const what = nameOfCommand(command);
  const purpose = purposeOfCommand(command);
  const { name, keys, suggested } = command;
  const close = () => {
    setOpen(false);
    setRefused(undefined);
    opener.current?.focus();
  };
  const run = async (done: Promise<void>, asked: string) => {
    try {
      await done;
      onSay(
        asked ? t('preference.shortcut.changed', { what, keys: asked }) : t('preference.shortcut.cleared', { what }),
      );
      close();
    } catch {
      setRefused(t('preference.shortcut.refused', { keys: asked }));
    }
  };
  return (
    <li>
      <div className="grow">
        <strong className="strong">{what}</strong>
        {purpose && <p className="muted">{purpose}</p>}
        {conflict && (
          <p className="muted">
            {conflict.is === 'same'
              ? t('preference.shortcut.same', { other: namesOf.get(conflict.as) ?? conflict.as })
              : t('preference.shortcut.none', { keys: suggested ?? '' })}
          </p>
        )}
        {open && change && (
          <KeysField
            label={t('preference.shortcut.field', { what })}
            refused={refused}
            onKeys={(pressed) => void run(change.set(name, pressed), pressed)}
            onRefused={() => setRefused(t('preference.shortcut.noShortcut'))}
            onLeave={close}
          />
        )}
      </div>
      {keys && <kbd>{keys}</kbd>}
      {(conflict || !keys) && (
        <span className={conflict ? 'state state-draft' : 'state'}>
          {conflict && <Icon name="alert" />}
          {t(keys ? 'preference.shortcut.twice' : 'preference.shortcut.noKeys')}
        </span>
      )}
      {change && (
        <button
          ref={opener}
          type="button"
          className="btn btn-small"
          aria-expanded={open}
          aria-label={t('preference.shortcut.changeName', { what })}
          onClick={() => (open ? close() : setOpen(true))}
        >
          {t('preference.shortcut.change')}
        </button>
      )}
      {change && keys && (
        <button
          type="button"
          className="btn btn-small btn-quiet"
          aria-label={t('preference.shortcut.clearName', { what })}
          onClick={() => void run(change.set(name, ''), '')}
        >
          {t('preference.shortcut.clear')}
        </button>
      )}
      {change && suggested && keys !== suggested && (
        <button
          type="button"
          className="btn btn-small btn-quiet"
          aria-label={t('preference.shortcut.resetName', { what, keys: suggested })}
          onClick={() => void run(change.reset(name), suggested)}
        >
          {t('preference.shortcut.reset')}
        </button>
      )}
    </li>
  );
}
