import { type ReactNode, useState } from 'react';
import type { KeptFramework, Validators } from '../../lib/domain/framework.ts';
import type { Problem, Result } from '../../lib/domain/problem.ts';
import { addressesOf } from '../../lib/domain/registry.ts';
import type { Moved, Staged, Unchanged } from '../../lib/domain/staging.ts';
import { hostOf } from '../../lib/domain/web-address.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { askPermission } from '../registry/test-state.ts';
import { Notice, ProblemNotice } from '../ui/Notice.tsx';
import type { Wanted } from './use-import.ts';

type Needs = {
  registries: readonly KeptRegistry[];
  onFetched(wanted: Wanted): void;
  /** Says something to the live region. */
  onSay(text: string): void;
};

/** How the last fetching ended, as far as there is something to show of it. */
type Ended = { problem: Problem } | { moved: string } | { unchanged: string };

type Answer = Result<Staged | Unchanged | Moved>;

/** Has the background fetch documents, for an import to read. Every call has to come straight from a click. */
export function useFetch({ registries, onFetched, onSay }: Needs) {
  const [busy, setBusy] = useState(false);
  const [ended, setEnded] = useState<Ended>();
  const run = async (permission: Promise<boolean>, fetching: () => Promise<Answer>, name = '') => {
    setBusy(true);
    setEnded(undefined);
    // Refused or not, the background says best what is missing.
    await permission.catch(() => false);
    const answer = await fetching();
    setBusy(false);
    if (!answer.ok) return setEnded({ problem: answer.problem });
    const { value } = answer;
    if (value.state === 'moved') return setEnded({ moved: value.to });
    if (value.state === 'staged') return onFetched({ name: value.name, source: { stage: value.stage } });
    setEnded({ unchanged: name });
    onSay(t('framework.fetch.unchanged', { name }));
  };
  const address = (address: string, known?: Validators, name?: string) =>
    void run(askPermission(address), () => ask('stageDocument', { address, ...(known && { known }) }), name);
  const framework = (registry: KeptRegistry, uri: string, known?: Validators, name?: string) =>
    void run(
      askPermission(...addressesOf(registry)),
      () => ask('stageFramework', { registry: registry.id, uri, ...(known && { known }) }),
      name,
    );
  const registryOf = ({ origin }: KeptFramework) =>
    origin.from === 'registry' ? registries.find(({ id }) => id === origin.registry) : undefined;
  return {
    busy,
    address: (typed: string) => address(typed),
    framework: (registry: KeptRegistry, uri: string) => framework(registry, uri),
    canRefresh: (one: KeptFramework) => one.origin.from === 'address' || registryOf(one) !== undefined,
    /** Asks for a framework again, if it changed since. */
    refresh: (one: KeptFramework) => {
      const { origin, validators, name } = one;
      const registry = registryOf(one);
      if (origin.from === 'address') address(origin.address, validators, name);
      if (origin.from === 'registry' && registry) framework(registry, origin.uri, validators, name);
    },
    notice: ended && noticeOf(ended, (to) => address(to)),
  };
}

function noticeOf(ended: Ended, follow: (address: string) => void): ReactNode {
  if ('problem' in ended) return <ProblemNotice problem={ended.problem} />;
  if ('unchanged' in ended) return <Notice title={t('framework.fetch.unchangedSince', { name: ended.unchanged })} />;
  const { moved } = ended;
  return (
    <Notice
      tone="caution"
      title={t('framework.fetch.moved', { host: hostOf(moved) })}
      acts={
        <button type="button" className="btn btn-small" onClick={() => follow(moved)}>
          {t('framework.fetch.follow')}
        </button>
      }
    >
      <p dir="ltr" data-own-words>
        {moved}
      </p>
      <p>{t('framework.fetch.nothingTaken')}</p>
    </Notice>
  );
}
