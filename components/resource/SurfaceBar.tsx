import { browser } from 'wxt/browser';
import { hostOf } from '../../lib/domain/web-address.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

type Props = { address: string };

/** The bar at the top: whose page this is, and the ways to the other screens. */
export function SurfaceBar({ address }: Props) {
  return (
    <header className="surface-bar">
      <div className="where">
        <Icon name="bob" />
        <span dir="ltr">{address ? hostOf(address) : 'Plumbline'}</span>
      </div>
      <a
        className="icon-btn"
        href="/library.html"
        target="_blank"
        rel="noreferrer"
        aria-label="Library"
        title="Library"
      >
        <Icon name="table" />
      </a>
      <IconButton icon="sliders" label="Options" onClick={() => void browser.runtime.openOptionsPage()} />
    </header>
  );
}
