import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { originPatterns } from '../../lib/domain/registry.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { Icon } from '../ui/Icon.tsx';
import { askPermission } from './test-state.ts';

type Props = { registries: readonly KeptRegistry[] };

/** Which hosts the browser lets us speak to, each to give and to take back. */
export function Permissions({ registries }: Props) {
  const patterns = [...new Set(registries.flatMap(originPatterns))];
  const granted = useGranted(patterns);
  return (
    <section id="permissions">
      <h2>Permissions</h2>
      <p>
        Plumbline reads a page when you open it there, and no other. Each of these is yours to give and to take back.
      </p>
      {patterns.length === 0 ? (
        <p className="muted">Nothing is asked for. Adding a registry asks for its host.</p>
      ) : (
        <ul className="card lines">
          {patterns.map((pattern) => {
            const has = granted.has(pattern);
            const { hostname, protocol } = new URL(pattern.slice(0, -1));
            // Both schemes of one host are permissions of their own, so the one that is rarer is named.
            const host = protocol === 'http:' ? `http://${hostname}` : hostname;
            const names = registries
              .filter((registry) => originPatterns(registry).includes(pattern))
              .map(({ name }) => name);
            return (
              <li key={pattern}>
                <div className="grow">
                  <strong className="strong" dir="ltr">
                    {host}
                  </strong>
                  <p className="muted">Search and publish at {names.join(', ')}.</p>
                </div>
                <span className={has ? 'state state-published' : 'state'}>
                  {has && <Icon name="check" />}
                  {has ? 'Granted' : 'Not granted'}
                </span>
                {has ? (
                  <button
                    type="button"
                    className="btn btn-small"
                    aria-label={`Take back ${host}`}
                    onClick={() => void browser.permissions.remove({ origins: [pattern] })}
                  >
                    Take back
                  </button>
                ) : (
                  <button
                    type="button"
                    className="btn btn-small"
                    aria-label={`Grant ${host}`}
                    onClick={() => void askPermission(pattern.slice(0, -1))}
                  >
                    Grant
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** Which of the patterns are granted, by themselves or by one that is wider, such as "on all sites". */
function useGranted(patterns: readonly string[]): ReadonlySet<string> {
  const [granted, setGranted] = useState<ReadonlySet<string>>(new Set());
  const asked = patterns.join(' ');
  useEffect(() => {
    const look = async () => {
      const all = asked.split(' ').filter(Boolean);
      const has = await Promise.all(all.map((pattern) => browser.permissions.contains({ origins: [pattern] })));
      setGranted(new Set(all.filter((_, index) => has[index])));
    };
    void look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [asked]);
  return granted;
}
