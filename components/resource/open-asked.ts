import { pageAddress } from '../../lib/domain/web-address.ts';
import { openActiveTab } from './open-active-tab.ts';
import { openAddress } from './open-address.ts';

/**
 * Takes in hand what the surface's own address asks for: the page at `address`, as `title` calls it, or the page of the
 * tab numbered `tab`; where it asks for nothing, the active tab. Answers how to let go of it.
 */
export function openAsked(search: string): () => void {
  const asked = new URLSearchParams(search);
  const address = pageAddress(asked.get('address') ?? '');
  if (address) return openAddress(address, asked.get('title')?.trim().slice(0, 1000) ?? '');
  const tab = asked.get('tab') ?? '';
  return openActiveTab(/^\d{1,15}$/.test(tab) ? { tab: Number(tab) } : {});
}
