import { t } from '../../lib/language/words.ts';
import { KeyWords } from '../ui/KeyWords.tsx';

const keys = ['choose', 'align', 'mark', 'pin', 'close'] as const;

/** The keys that act on the list, in its foot. */
export function SearchKeys() {
  return (
    <div className="listbox-foot">
      {keys.map((key) => (
        <span key={key}>
          <KeyWords>{t(`skill.key.${key}`)}</KeyWords>
        </span>
      ))}
    </div>
  );
}
