import { useRef } from 'react';
import { t } from '../../lib/language/words.ts';

/** That each of several skills keeps the relation that it had, and the way to choose one for all. */
export function OwnRelations({ onOneForAll }: { onOneForAll(): void }) {
  const line = useRef<HTMLParagraphElement>(null);
  const choose = () => {
    const form = line.current?.closest('form');
    onOneForAll();
    // The button gives way to the choice; the keyboard goes on there.
    requestAnimationFrame(() => form?.querySelector<HTMLInputElement>('input[name="relation"]:checked')?.focus());
  };
  return (
    <p ref={line} className="explain">
      {t('alignment.ownRelations')}{' '}
      <button type="button" className="link" onClick={choose}>
        {t('alignment.oneForAll')}
      </button>
    </p>
  );
}
