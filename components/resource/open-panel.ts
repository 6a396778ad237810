import { browser } from 'wxt/browser';

/** What the browsers have for a place beside the page: Chrome the first, Firefox the second. */
type Sides = {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
};

/**
 * Opens the side panel of a window, in Firefox the sidebar of the one in front. To be called in the very handler of a
 * click: both browsers refuse it afterwards.
 */
export function openPanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction } = browser as Sides;
  return sidePanel?.open({ windowId }) ?? sidebarAction?.open() ?? Promise.resolve();
}
