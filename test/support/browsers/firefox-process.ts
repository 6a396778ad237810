import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { executableOf } from './executable.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { GoneError, until } from './until.ts';

/** A Firefox of our own, under remote control. */
export type FirefoxProcess = {
  marionette: Marionette;
  /** Such as `153.7.0`. */
  version: string;
  /** Ends the process, and resolves when it is gone. `killed`: without a chance to tidy up. `dropped`, the default: fast, for good. */
  end(how?: 'quit' | 'killed' | 'dropped'): Promise<void>;
};

/** How long a Firefox may take to end by itself before it is killed, in milliseconds. */
const patience = 5000;

/** Starts Firefox on a profile and opens a session. */
export async function startFirefox(profile: string, headless: boolean): Promise<FirefoxProcess> {
  const flags = ['--marionette', '--remote-allow-system-access', '--no-remote', '--width', '1280', '--height', '900'];
  const firefox = spawn(
    executableOf('firefox'),
    [...flags, ...(headless ? ['--headless'] : []), '--profile', profile],
    {
      // Without the variable a released Firefox overrules the preference that names no server for its settings.
      env: { ...process.env, HOME: profile, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1', MOZ_CRASHREPORTER_DISABLE: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  firefox.stderr.on('data', (piece: Buffer) => {
    said = `${said}${piece}`.slice(-2000);
  });
  firefox.on('error', (error) => {
    said = error.message;
  });
  const isOver = () => firefox.pid === undefined || firefox.exitCode !== null || firefox.signalCode !== null;
  const kill = () => firefox.kill('SIGKILL');
  process.once('exit', kill);

  let marionette: Marionette | undefined;
  const end = async (how: 'quit' | 'killed' | 'dropped' = 'dropped') => {
    process.off('exit', kill);
    if (isOver()) return marionette?.close();
    const exit = once(firefox, 'exit');
    const late = setTimeout(kill, patience);
    // As from its menu: a Firefox that is told to end by SIGTERM does not bring to the disk what it still holds.
    if (how === 'quit') void marionette?.command('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
    else firefox.kill(how === 'killed' ? 'SIGKILL' : 'SIGTERM');
    await exit;
    clearTimeout(late);
    marionette?.close();
  };

  try {
    const readPort = async () => {
      if (isOver()) throw new GoneError(`Firefox ended at once:\n${said}`);
      return Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8')) || undefined;
    };
    const port = await until('Firefox to say its port', readPort, { limit: 60_000, instead: () => said });
    marionette = await connectMarionette(port);
    // The certificate of our own network is signed by nobody.
    const session = await marionette.command('WebDriver:NewSession', { acceptInsecureCerts: true });
    const { capabilities } = session as { capabilities: { browserVersion: string } };
    return { marionette, version: capabilities.browserVersion, end };
  } catch (error) {
    await end();
    throw error;
  }
}
