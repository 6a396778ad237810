import { usePage } from '../../lib/state/page.ts';
import { Icon } from '../ui/Icon.tsx';

/** That the tab shows something else by now, and the way to read it. What is on the screen stays until then. */
export function PageChanged() {
  const change = usePage((state) => state.change);
  if (!change) return null;
  return (
    <div className="notice notice-line" role="status">
      <Icon name="info" />
      <div className="body">
        <span>
          <strong>This page changed</strong>{' '}
          <span className="muted">
            {change.readAgain ? 'Shown is what it was.' : 'To read it again, click Plumbline’s button once more.'}
          </span>
        </span>
        {change.readAgain && (
          <button type="button" className="link" onClick={change.readAgain}>
            Read again
          </button>
        )}
      </div>
    </div>
  );
}
