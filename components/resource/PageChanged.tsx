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
        {change.readAgain ? (
          <>
            <span>
              <strong>This page changed</strong> <span className="muted">Shown is what it was.</span>
            </span>
            <button type="button" className="link" onClick={change.readAgain}>
              Read again
            </button>
          </>
        ) : (
          <span>
            <strong>The tab went on to another page</strong>{' '}
            <span className="muted">Click Plumbline’s button again to read that one.</span>
          </span>
        )}
      </div>
    </div>
  );
}
