// npm writes into package-lock.json only those platform packages that the registry at hand serves, and "npm ci" then
// refuses the lock on every platform because the others are missing. This adds them: name, version and the platform that
// the name tells, so that npm skips them everywhere else. Run it after each "npm install"; it is harmless to run again.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];
let added = 0;

for (const [path, { optionalDependencies = {}, dev, peer }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isFound(path, name)) continue;
    const words = name.split(/[-/@]/);
    const os = systems.filter((system) => words.includes(system));
    const cpu = processors.filter((processor) =>
      words.some((word) => word === processor || word === processor.replace('arm', 'armv7')),
    );
    if (os.length === 0 && cpu.length === 0) continue;
    lock.packages[`node_modules/${name}`] = {
      version: String(version).replace(/^[~^]/, ''),
      ...(cpu.length > 0 && { cpu }),
      ...(dev && { dev }),
      ...(peer && { peer }),
      optional: true,
      ...(os.length > 0 && { os }),
    };
    added += 1;
  }
}

if (added > 0) {
  const [root, ...rest] = Object.entries(lock.packages);
  lock.packages = Object.fromEntries([root, ...rest.sort(([one], [other]) => (one < other ? -1 : 1))]);
  writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
}
console.log(`${added} platform packages added to package-lock.json`);

/** Whether a dependency of the package at `path` is in the lock, beside it or further up, as Node looks for it. */
function isFound(path, name) {
  const folders = path
    .split('/node_modules/')
    .map((_, index, parts) => parts.slice(0, index + 1).join('/node_modules/'));
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`].some(
    (place) => lock.packages[place],
  );
}
