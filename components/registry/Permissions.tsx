import { browser } from 'wxt/browser';
import { originPatterns } from '../../lib/domain/registry.ts';
import { listOf } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { optionalPermissions } from './optional-permissions.ts';
import { PermissionLine } from './PermissionLine.tsx';
import { useGranted } from './use-granted.ts';

type Props = {
  registries: readonly KeptRegistry[];
  /** Says something to the page's live region. */
  onSay(text: string): void;
};

/** Everything that the browser can be asked for: what it enables, what goes without it, to give and to take back. */
export function Permissions({ registries, onSay }: Props) {
  const needed = [...new Set(registries.flatMap(originPatterns))];
  const granted = useGranted(needed, optionalPermissions);
  const others = granted.patterns.filter((pattern) => !needed.includes(pattern));
  const tell = (what: string, done: Promise<boolean>, given: boolean) =>
    void done.catch(() => false).then((isDone) => onSay(t(saying(isDone, given), { what })));
  return (
    <section id="permissions">
      <h2>{t('options.section.permissions')}</h2>
      <p>{t('options.permission.lead')}</p>
      <ul className="card lines">
        {needed.map((pattern) => {
          const users = registries.filter((registry) => originPatterns(registry).includes(pattern));
          const host = hostIn(pattern);
          return (
            <PermissionLine
              key={pattern}
              what={host}
              isHost
              hint={t('options.permission.host', { names: listOf(users.map(({ name }) => name)) })}
              without={t('options.permission.host.without')}
              has={granted.hosts.has(pattern)}
              onGive={() => tell(host, browser.permissions.request({ origins: [pattern] }), true)}
              onTakeBack={() => tell(host, browser.permissions.remove({ origins: [pattern] }), false)}
            />
          );
        })}
        {others.map((pattern) => {
          const host = hostIn(pattern);
          return (
            <PermissionLine
              key={pattern}
              what={host}
              isHost
              hint={t('options.permission.otherHost')}
              has
              onTakeBack={() => tell(host, browser.permissions.remove({ origins: [pattern] }), false)}
            />
          );
        })}
        {optionalPermissions.map((permission) => {
          const what = t(`options.permission.${permission}`);
          const asked = { permissions: [permission] };
          return (
            <PermissionLine
              key={permission}
              what={what}
              hint={t(`options.permission.${permission}.hint`)}
              without={t(`options.permission.${permission}.without`)}
              has={granted.permissions.has(permission)}
              onGive={() => tell(what, browser.permissions.request(asked), true)}
              onTakeBack={() => tell(what, browser.permissions.remove(asked), false)}
            />
          );
        })}
      </ul>
      {needed.length === 0 && <p className="muted">{t('options.permission.none')}</p>}
    </section>
  );
}

function saying(isDone: boolean, given: boolean) {
  if (!isDone) return 'options.permission.unchanged';
  return given ? 'options.permission.given' : 'options.permission.takenBack';
}

/** A match pattern as a person reads it. Both schemes of a host are permissions of their own: the rarer one is named. */
function hostIn(pattern: string): string {
  return pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');
}
