import { useEffect, useState } from 'react';
import type { ListedFramework } from '../../lib/domain/framework.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { ask } from '../../lib/messaging/client.ts';

/** What was listed so far; `next` where there is more. */
type Listed = { frameworks: readonly ListedFramework[]; total?: number; next?: string };

/** Asks a registry for its frameworks; `more` asks for the page after those that are listed. */
export function useFrameworksOf(registry: string) {
  const [listed, setListed] = useState<Listed>();
  const [problem, setProblem] = useState<Problem>();
  const [page, setPage] = useState<string>();
  const [asking, setAsking] = useState(true);
  useEffect(() => {
    let left = false;
    setAsking(true);
    void ask('listFrameworks', { registry, ...(page !== undefined && { next: page }) }).then((answer) => {
      if (left) return;
      setAsking(false);
      setProblem(answer.ok ? undefined : answer.problem);
      if (!answer.ok) return;
      setListed((before) => {
        const earlier = page === undefined ? [] : (before?.frameworks ?? []);
        const all = new Map([...earlier, ...answer.value.frameworks].map((one) => [one.uri, one]));
        return { ...answer.value, frameworks: [...all.values()] };
      });
    });
    return () => {
      left = true;
    };
  }, [registry, page]);
  useEffect(() => {
    // Another registry begins with its first page.
    void registry;
    return () => {
      setListed(undefined);
      setPage(undefined);
    };
  }, [registry]);
  return { listed, problem, asking, more: () => setPage(listed?.next) };
}
