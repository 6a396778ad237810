import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import type { LibraryRow } from '../../lib/queries/library-rows.ts';
import { resourceAddress } from './library-address.ts';

/** The row that the keys act on, and that the detail beside the table is about. */
export type Cursor = { at: string | undefined; onMove(id: string | undefined): void };

/** Rows by which Page Up and Page Down go. */
const page = 10;

/** The id of a row's element. */
export const rowId = (id: string) => `row-${id}`;

type Needs = {
  ids: readonly string[];
  cursor: Cursor | undefined;
  picking: { picked: ReadonlySet<string>; onPick(ids: readonly string[], on: boolean): void } | undefined;
  scroller: RefObject<HTMLElement | null>;
  /** How high a row is, in rem. */
  size: number;
  /** A row that stands in the document. */
  rowOf(id: string): LibraryRow | undefined;
};

/**
 * What makes a table a grid (WAI-ARIA Authoring Practices, grid pattern) whose rows are gone through by keys: arrows, Page Up
 * and Down, Home and End move the cursor, the space bar picks its row, Enter opens its page, Escape lets go of it. A click
 * moves it, too. The keyboard stays at the grid, so that rows may come and go. Nothing where there is no cursor.
 */
export function useCursorKeys({ ids, cursor, picking, scroller, size, rowOf }: Needs) {
  const at = cursor?.at;
  const moved = useRef(false);
  useEffect(() => {
    if (at === undefined || !moved.current) return;
    moved.current = false;
    const row = document.getElementById(rowId(at));
    if (row) {
      row.scrollIntoView?.({ block: 'nearest' });
      return;
    }
    // It is too far from what is seen to stand in the document.
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    if (scroller.current) scroller.current.scrollTop = Math.max(0, ids.indexOf(at) - 1) * size * rem;
  }, [at, ids, scroller, size]);
  if (!cursor) return {};
  const place = at === undefined ? -1 : ids.indexOf(at);
  const last = ids.length - 1;
  const steps = new Map([
    ['ArrowDown', place + 1],
    ['ArrowUp', place === -1 ? last : place - 1],
    ['PageDown', place + page],
    ['PageUp', place - page],
    ['Home', 0],
    ['End', last],
  ]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // What stands in a row, a link or a tick box, has keys of its own.
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = steps.get(event.key);
    if (to !== undefined) {
      moved.current = true;
      cursor.onMove(ids[Math.max(0, Math.min(to, last))]);
    } else if (at === undefined) return;
    else if (event.key === 'Escape') cursor.onMove(undefined);
    else if (event.key === ' ') picking?.onPick([at], !picking.picked.has(at));
    else if (event.key === 'Enter') openPage(rowOf(at));
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as Element;
    const id = target.closest('tbody tr')?.id.slice(rowId('').length);
    if (id && !target.closest('a, button, input')) cursor.onMove(id);
  };
  return {
    role: 'grid',
    tabIndex: 0,
    'aria-multiselectable': picking !== undefined,
    'aria-activedescendant': at !== undefined && rowOf(at) ? rowId(at) : undefined,
    onKeyDown,
    onClick,
  } as const;
}

function openPage(row: LibraryRow | undefined): void {
  if (row) location.hash = resourceAddress(row.resource);
}
