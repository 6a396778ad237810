import * as z from 'zod/mini';
import { useDraft } from '../../lib/state/draft.ts';
import { usePage } from '../../lib/state/page.ts';
import { useSearch } from '../../lib/state/search.ts';
import { useView } from '../../lib/state/view.ts';
import { namedPageForm } from './named-page-form.ts';

/** Whether a form is open or anything is typed: then nobody but the person may show something else in its place. */
export function isAnythingInHand(): boolean {
  const { reading, drafts } = usePage.getState();
  const isNamed = reading?.problem !== undefined && drafts?.take(namedPageForm, z.unknown()) !== undefined;
  const isTyped = useSearch.getState().text.trim() !== '';
  return isNamed || isTyped || useDraft.getState().draft !== undefined || useView.getState().view !== 'page';
}
