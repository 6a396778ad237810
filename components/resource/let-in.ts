const name = 'let-in';

/** Tells our other windows that the browser lets us into a tab by now: the person clicked the toolbar button there. */
export function tellLetIn(tab: number): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage(tab);
  channel.close();
}

/** Hears of each tab that another of our windows was let into, until the answered function is called. */
export function hearLetIn(hear: (tab: number) => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }) => {
    if (typeof data === 'number') hear(data);
  });
  return () => channel.close();
}
