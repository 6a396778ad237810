import { Fragment } from 'react';
import { t } from '../../lib/language/words.ts';

const keys = ['choose', 'align', 'mark', 'pin', 'close'] as const;

/** The keys that act on the list, in its foot. */
export function SearchKeys() {
  return (
    <div className="listbox-foot">
      {keys.map((key) => (
        <span key={key}>{withKeys(t(`skill.key.${key}`))}</span>
      ))}
    </div>
  );
}

/** Messages name keys between `<kbd>` and `</kbd>`; anything else in them is text. */
function withKeys(message: string) {
  return message.split(/<kbd>(.*?)<\/kbd>/).map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a message have no other name and never move
    return <Fragment key={index}>{index % 2 === 1 ? <kbd>{part}</kbd> : part}</Fragment>;
  });
}
