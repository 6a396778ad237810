import * as z from 'zod/mini';
import { useDraft } from '../../lib/state/draft.ts';
import { useMarked } from '../../lib/state/marked.ts';
import { usePage } from '../../lib/state/page.ts';
import { useSearch } from '../../lib/state/search.ts';
import { useView } from '../../lib/state/view.ts';
import { namedPageForm } from './named-page-form.ts';

/** Whether a form is open, or anything is typed or marked: then nobody but the person may show something else in its place. */
export function isAnythingInHand(): boolean {
  const { reading, drafts } = usePage.getState();
  const isNamed = reading?.problem !== undefined && drafts?.take(namedPageForm, z.unknown()) !== undefined;
  const isChosen = useSearch.getState().text.trim() !== '' || useMarked.getState().skills.length > 0;
  return isNamed || isChosen || useDraft.getState().draft !== undefined || useView.getState().view !== 'page';
}
