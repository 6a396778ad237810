import { useCallback, useEffect, useRef } from 'react';
import { openRemoteSearch, type RemoteSearch } from '../../lib/messaging/client.ts';
import { useDatabase } from '../../lib/queries/database-context.ts';
import { searchLocalSkills } from '../../lib/queries/search-local-skills.ts';
import { useSearch } from '../../lib/state/search.ts';

/** Registries are asked when the person pauses this long in typing, in milliseconds; this device answers each letter. */
const pause = 150;

/** Searches as the text changes: this device at once, the registries after a pause. Answers a way to ask one again. */
export function useSkillSearch(): (registry: string) => void {
  const database = useDatabase();
  const { text, answerLocal, hear, rest } = useSearch();
  const remote = useRef<RemoteSearch>(undefined);
  useEffect(() => {
    remote.current = openRemoteSearch(hear, rest);
    return () => remote.current?.close();
  }, [hear, rest]);
  useEffect(() => {
    remote.current?.drop();
    if (!text.trim()) return;
    const aborter = new AbortController();
    const { signal } = aborter;
    searchLocalSkills(database, text, signal).then(
      (skills) => answerLocal(text, skills),
      (error: unknown) => {
        if (!signal.aborted) throw error;
      },
    );
    const timer = setTimeout(() => remote.current?.ask(text.trim()), pause);
    return () => {
      aborter.abort();
      clearTimeout(timer);
    };
  }, [database, text, answerLocal]);
  return useCallback((registry: string) => remote.current?.askAgain(registry), []);
}
