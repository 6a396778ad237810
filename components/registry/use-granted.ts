import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { useWaiting } from '../../lib/queries/all-at-once.ts';
import type { OptionalPermission } from './optional-permissions.ts';

/** What the browser lets us do. */
type Granted = {
  /** Of the hosts that were asked about, those that are granted: by themselves, or by a wider grant such as "on all sites". */
  hosts: ReadonlySet<string>;
  /** Every grant of hosts by itself, as match patterns. */
  patterns: readonly string[];
  /** The names of granted interfaces. */
  permissions: ReadonlySet<string>;
  /** False before the browser said so. */
  isKnown: boolean;
};

const nothing: Granted = { hosts: new Set(), patterns: [], permissions: new Set(), isKnown: false };

/** No interface to be asked about. */
export const noPermissions: readonly OptionalPermission[] = [];

/** What of these hosts and interfaces is granted, and every other host that is; followed as the person changes it anywhere. */
export function useGranted(hosts: readonly string[], interfaces: readonly OptionalPermission[]): Granted {
  const [granted, setGranted] = useState<Granted>();
  useWaiting(!granted);
  const asked = hosts.join(' ');
  useEffect(() => {
    let isShown = true;
    const held = async <One extends string>(all: readonly One[], ask: (one: One) => Promise<boolean>) => {
      const has = await Promise.all(all.map(ask));
      return new Set(all.filter((_, index) => has[index]));
    };
    const look = async () => {
      const [hosts, permissions, { origins = [] }] = await Promise.all([
        held(asked.split(' ').filter(Boolean), (one) => browser.permissions.contains({ origins: [one] })),
        held<string>(interfaces, (one) => browser.permissions.contains({ permissions: [one as OptionalPermission] })),
        browser.permissions.getAll(),
      ]);
      if (isShown) setGranted({ hosts, permissions, patterns: origins, isKnown: true });
    };
    void look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      isShown = false;
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [asked, interfaces]);
  return granted ?? nothing;
}
