import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';

type Props = {
  /** What is given: a host, or a few words. */
  what: string;
  isHost?: boolean;
  /** What it enables. */
  hint: string;
  /** What is the case without it. */
  without?: string;
  has: boolean;
  /** Absent where it cannot be asked for from here. Called straight from the click, which the browser wants to see. */
  onGive?(): void;
  onTakeBack(): void;
};

/** One permission: what it enables, what goes without it, and the button that gives it or takes it back. */
export function PermissionLine({ what, isHost, hint, without, has, onGive, onTakeBack }: Props) {
  const act = has ? onTakeBack : onGive;
  return (
    <li>
      <div className="grow">
        <strong className="strong" {...(isHost && { dir: 'ltr', 'data-own-words': true })}>
          {what}
        </strong>
        <p className="muted">{hint}</p>
        {without && !has && <p className="muted">{without}</p>}
      </div>
      <span className={has ? 'state state-published' : 'state'}>
        {has && <Icon name="check" />}
        {t(has ? 'options.permission.granted' : 'options.permission.notGranted')}
      </span>
      {act && (
        <button
          type="button"
          className="btn btn-small"
          aria-label={t(has ? 'options.permission.takeBackName' : 'options.permission.grantName', { what })}
          onClick={act}
        >
          {t(has ? 'options.permission.takeBack' : 'options.permission.grant')}
        </button>
      )}
    </li>
  );
}
