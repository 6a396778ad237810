import { browser } from 'wxt/browser';
import { conflictsAmong } from '../../lib/domain/shortcut.ts';
import { t } from '../../lib/language/words.ts';
import { ShortcutLine } from './ShortcutLine.tsx';
import { nameOfCommand } from './shortcut-words.ts';
import { useCommands } from './use-commands.ts';

type Props = {
  /** Says something to the page's live region. */
  onSay(text: string): void;
};

/** The keys that work anywhere in the browser: what each does, what stands in its way, and how it is changed. */
export function Shortcuts({ onSay }: Props) {
  const { commands = [], change } = useCommands();
  const conflicts = conflictsAmong(commands);
  const namesOf = new Map(commands.map((command) => [command.name, nameOfCommand(command)]));
  return (
    <section id="shortcuts">
      <h2>{t('options.section.shortcuts')}</h2>
      <p>{t('preference.shortcut.lead')}</p>
      <ul className="card lines" aria-label={t('options.section.shortcuts')}>
        {commands.map((command) => (
          <ShortcutLine
            key={command.name}
            command={command}
            conflict={conflicts.get(command.name)}
            namesOf={namesOf}
            change={change}
            onSay={onSay}
          />
        ))}
      </ul>
      {!change && (
        <div className="row">
          <button
            type="button"
            className="btn"
            onClick={() => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' })}
          >
            {t('preference.shortcut.changeThere')}
          </button>
          <span className="muted">{t('preference.shortcut.changeThere.hint')}</span>
        </div>
      )}
    </section>
  );
}
