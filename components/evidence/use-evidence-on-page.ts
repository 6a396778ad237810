import { useCallback, useEffect, useMemo, useState } from 'react';
import type { MarkState } from '../../lib/domain/evidence-mark.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptAlignment } from '../../lib/queries/kept.ts';
import { usePage } from '../../lib/state/page.ts';
import { useView } from '../../lib/state/view.ts';
import type { EvidenceOnPage } from './evidence-context.ts';
import { marksOf, markWords } from './evidence-marks.ts';

const nothing: ReadonlyMap<string, MarkState> = new Map();

/** The evidence of alignments on the page in hand; undefined where there is none, or nobody can look there. */
export function useEvidenceOnPage(alignments: readonly KeptAlignment[]): EvidenceOnPage | undefined {
  const tab = usePage((state) => state.tab);
  const isThere = usePage((state) => state.reading !== undefined && !state.reading.problem && !state.change);
  const say = useView((state) => state.say);
  const marks = useMemo(() => marksOf(alignments), [alignments]);
  const [isShown, setShown] = useState(false);
  const [outcome, setOutcome] = useState({ states: nothing, isClosed: false });
  const at = isThere && marks.length > 0 ? tab : undefined;

  useEffect(() => {
    if (at === undefined) return undefined;
    let isWaiting = true;
    // Marks outlive the popup, and are removed on the page too.
    const look = () =>
      void ask('isEvidenceShown', { tab: at }).then((answer) => {
        if (isWaiting && answer.ok) setShown(answer.value);
      });
    look();
    window.addEventListener('focus', look);
    return () => {
      isWaiting = false;
      window.removeEventListener('focus', look);
    };
  }, [at]);

  const show = useCallback(
    async (alignment?: string) => {
      if (at === undefined) return undefined;
      const reveal = marks.findIndex((mark) => alignment !== undefined && mark.alignments.includes(alignment));
      const answer = await ask('showEvidence', {
        tab: at,
        marks: marks.map(({ mark }) => mark),
        words: markWords(),
        ...(reveal >= 0 && { reveal }),
      });
      const found = answer.ok ? answer.value : null;
      const states = new Map(
        marks.flatMap(({ alignments: ids }, index) => {
          const state = found?.[index];
          return state ? ids.map((id): [string, MarkState] => [id, state]) : [];
        }),
      );
      const marked = (found ?? []).filter(isMarked).length;
      setOutcome({ states, isClosed: !found });
      setShown(marked > 0);
      say(found ? t('evidence.marked', { count: marked }) : t('evidence.closed'));
      return alignment === undefined ? undefined : states.get(alignment);
    },
    [at, marks, say],
  );
  const hide = useCallback(async () => {
    if (at === undefined) return;
    await ask('hideEvidence', { tab: at });
    setShown(false);
    setOutcome({ states: nothing, isClosed: false });
    say(t('evidence.hidden'));
  }, [at, say]);
  return useMemo(
    () => (at === undefined ? undefined : { isShown, ...outcome, show, hide }),
    [at, isShown, outcome, show, hide],
  );
}

/** Whether a passage is marked, or will be as soon as the page shows it. */
function isMarked(state: MarkState): boolean {
  return state === 'exact' || state === 'changed';
}
