import { useEffect, useState } from 'react';
import type { Skill } from '../../lib/domain/skill.ts';
import type { SkillReference } from '../../lib/domain/skill-alignment.ts';
import { suggestCounterparts } from '../../lib/queries/crosswalk.ts';
import { useDatabase } from '../../lib/queries/database-context.ts';

/** The skills of a framework that may be the counterpart of a skill; undefined while they are looked for. */
export function useSuggestions(skill: SkillReference | undefined, framework: string): readonly Skill[] | undefined {
  const database = useDatabase();
  const [found, setFound] = useState<{ of: string; skills: readonly Skill[] }>();
  const { uri = '', name = '', statement = '' } = skill ?? {};
  const of = `${framework} ${uri}`;
  useEffect(() => {
    if (!uri) return;
    const aborter = new AbortController();
    suggestCounterparts(database, { uri, name, statement }, framework, aborter.signal).then(
      (skills) => aborter.signal.aborted || setFound({ of: `${framework} ${uri}`, skills }),
      (error: unknown) => {
        if (!aborter.signal.aborted)
          setFound(() => {
            throw error;
          });
      },
    );
    return () => aborter.abort();
  }, [database, uri, name, statement, framework]);
  return found?.of === of ? found.skills : undefined;
}
