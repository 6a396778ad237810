import { t } from '../../lib/language/words.ts';
import type { ShownCommand } from './use-commands.ts';

/** The commands whose names and purposes we say ourselves. */
const known = ['_execute_action', '_execute_sidebar_action', 'open-panel', 'quote-selection'] as const;

/** What a command is called here; where we have no words for it, those of the manifest, in the browser's language. */
export function nameOfCommand({ name, described }: Pick<ShownCommand, 'name' | 'described'>): string {
  const own = known.find((one) => one === name);
  return own ? t(`preference.shortcut.command.${own}`) : described || name;
}

/** What a command does, where that is more than its name says. */
export function purposeOfCommand({ name }: Pick<ShownCommand, 'name'>): string | undefined {
  const own = known.find((one) => one === name);
  return own && t(`preference.shortcut.does.${own}`);
}
