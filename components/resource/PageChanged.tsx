import { titleOf } from '../../lib/domain/learning-resource.ts';
import { hostOf } from '../../lib/domain/web-address.ts';
import { t } from '../../lib/language/words.ts';
import { usePage } from '../../lib/state/page.ts';
import { Icon } from '../ui/Icon.tsx';
import { Words } from '../ui/Words.tsx';

/**
 * That the tab shows something else by now, or that the person went to another one, and the way to that. What is on the
 * screen stays until then.
 */
export function PageChanged() {
  const change = usePage((state) => state.change);
  if (!change) return null;
  return (
    <div className="notice notice-line page-changed" role="status">
      <Icon name="info" />
      <div className="body">
        <span>
          {change.isElsewhere ? (
            <Words of="panel.elsewhere" values={{ page: <InHand /> }} />
          ) : (
            <>
              <strong>{t('resource.changed')}</strong>{' '}
              <span className="muted">{t(change.readAgain ? 'resource.changed.shown' : 'resource.changed.click')}</span>
            </>
          )}
        </span>
        {change.readAgain && (
          <button type="button" className="link" onClick={change.readAgain}>
            {t(change.isElsewhere ? 'panel.show' : 'resource.changed.readAgain')}
          </button>
        )}
      </div>
    </div>
  );
}

/** The page that is shown, by its title. */
function InHand() {
  const { resource, address } = usePage();
  const title = resource ? titleOf(resource) : address && hostOf(address);
  if (!title) return t('panel.here');
  return (
    <strong lang={resource?.fields.language?.[0]?.value} dir="auto" data-own-words>
      {title}
    </strong>
  );
}
