import { useKept } from '../../lib/queries/database-context.ts';

type Query<T> = Parameters<typeof useKept<T>>[0];

/** What a query answers for this very key: undefined until then, whatever it answered for another one before. */
export function useKeptOf<T>(key: string, query: Query<T>): T | undefined {
  const kept = useKept(async (database) => ({ key, value: await query(database) }), [key]);
  return kept?.key === key ? kept.value : undefined;
}
