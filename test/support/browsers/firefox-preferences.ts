/** What a preference may be. */
type Preference = string | number | boolean;

/** The `user.js` of a profile: one line a preference. */
export function writePreferences(preferences: Record<string, Preference>): string {
  return Object.entries(preferences)
    .map((pair) => `user_pref(${pair.map((part) => JSON.stringify(part)).join(', ')});\n`)
    .join('');
}

/** All traffic, loopback included, goes to our own proxy; nothing is looked up or fetched ahead of its time. */
export function networkPreferences(port: number): Record<string, Preference> {
  return {
    // Offline, Firefox would answer from its cache, however stale.
    'browser.cache.disk.enable': false,
    'browser.cache.memory.enable': false,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'network.trr.mode': 5,
    'network.http.speculative-parallel-limit': 0,
    'network.manage-offline-status': false,
  };
}

/** Firefox asks nobody for updates, experiments, lists or news, and reports nothing. */
export const quietPreferences: Record<string, Preference> = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  // The one value that a released Firefox takes as "no server at all"; it also wants the variable that is set at launch.
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
};

/** Files are saved into a folder without asking. */
export function downloadPreferences(folder: string): Record<string, Preference> {
  return {
    'browser.download.alwaysOpenPanel': false,
    'browser.download.dir': folder,
    'browser.download.folderList': 2,
    'browser.download.useDownloadDir': true,
  };
}
