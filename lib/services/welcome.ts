/** What greeting a new person needs of the browser. */
export type WelcomeNeeds = {
  /** `management.getSelf().installType`, which needs no permission. */
  installType(): Promise<string>;
  /** Opens a page of ours in a tab; behind the one in front where `active` is false. */
  openTab(path: string, active: boolean): Promise<unknown>;
};

/**
 * Makes the use case "greet whoever installed this", for `runtime.onInstalled`: once, at the first install, and not where
 * an administrator installed it for others. Who loads it from a folder is at work on it, and keeps the tab in front.
 */
export function createWelcome({ installType, openTab }: WelcomeNeeds) {
  return async function welcome(reason: string): Promise<void> {
    if (reason !== 'install') return;
    const type = await installType();
    if (type !== 'admin') await openTab('/welcome.html', type !== 'development');
  };
}
