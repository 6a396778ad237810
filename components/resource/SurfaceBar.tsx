import { useContext } from 'react';
import { browser } from 'wxt/browser';
import { hostOf } from '../../lib/domain/web-address.ts';
import { t } from '../../lib/language/words.ts';
import { usePage } from '../../lib/state/page.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { openPanel } from './open-panel.ts';
import { PlaceContext } from './place-context.ts';

type Props = { address: string };

/** The bar at the top: whose page this is, and the ways to the other screens. */
export function SurfaceBar({ address }: Props) {
  const place = useContext(PlaceContext);
  return (
    <header className="surface-bar">
      <div className="where">
        <Icon name="bob" />
        <span dir="ltr" data-own-words>
          {address ? hostOf(address) : 'Plumbline'}
        </span>
      </div>
      {place === 'popup' && <PanelButton />}
      <a
        className="icon-btn"
        href="/library.html"
        target="_blank"
        rel="noreferrer"
        aria-label={t('resource.library')}
        title={t('resource.library')}
      >
        <Icon name="table" />
      </a>
      <IconButton icon="sliders" label={t('resource.options')} onClick={() => void browser.runtime.openOptionsPage()} />
    </header>
  );
}

/** Goes on beside the page, with what is typed here: the popup closes. */
function PanelButton() {
  const windowId = usePage((state) => state.windowId);
  if (windowId === undefined) return null;
  return (
    <IconButton
      icon="panel"
      label={t('panel.open')}
      onClick={() => void openPanel(windowId).then(() => window.close())}
    />
  );
}
