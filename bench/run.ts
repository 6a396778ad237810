import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { executableOf } from '../test/support/browsers/executable.ts';
import { goalsTable, machineNow, tablesOf } from './report.ts';
import type { PartResult } from './result.ts';

const usage = `npm run bench -- [part...] [--json FILE] [--skills FILE]
  part           one of those below; default all
  --json FILE    writes the figures there, too
  --skills FILE  skills for the search, one JSON object a line, gzipped or not;
                 default ../shared/data/registries/bench_skills.jsonl.gz, and where that is missing the starter library`;

const project = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

type Settings = { chromium: string; skillsFile: string | undefined; onProgress: (what: string) => void };

/** The parts in the order in which they run; each measures all its candidates in one run. */
const parts: Record<string, (settings: Settings) => Promise<PartResult>> = {
  reading: async (settings) => (await import('./reading/index.ts')).benchReading(settings),
  search: async ({ skillsFile, ...settings }) => {
    const { benchSearch } = await import('./search/index.ts');
    const { readSkills, readStarterLibrary } = await import('./search/corpus.ts');
    const skills = skillsFile ? readSkills(skillsFile) : readStarterLibrary(project('public/starter-library.json'));
    settings.onProgress(`${skills.length} skills of ${skillsFile ?? 'the starter library'} to make others of`);
    return benchSearch({ ...settings, skills, judged: project('test/fixtures/search/judged.txt') });
  },
  formats: async (settings) => (await import('./formats/index.ts')).benchFormats(settings),
  store: async (settings) => (await import('./store/index.ts')).benchStore(settings),
  ui: async (settings) => (await import('./ui/index.ts')).benchUi(settings),
};

const { values, positionals } = parseArgs({
  // npm and vite-node each leave a `--` of their own.
  args: process.argv.slice(2).filter((one) => one !== '--'),
  options: { json: { type: 'string' }, skills: { type: 'string' }, help: { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
if (values.help || unknown.length) {
  console.log(`${usage}\nparts: ${Object.keys(parts).join(', ')}`);
  process.exit(unknown.length ? 2 : 0);
}

const chromium = executableOf('chromium');
const shared = project('../shared/data/registries/bench_skills.jsonl.gz');
const skillsFile = values.skills ?? (existsSync(shared) ? shared : undefined);
const chosen = Object.entries(parts).filter(([name]) => !positionals.length || positionals.includes(name));
const result: PartResult & { machine: string } = { machine: machineNow(chromium), rows: [], goals: [] };
for (const [name, bench] of chosen) {
  const onProgress = (what: string) => console.error(`${name}: ${what}`);
  const { rows, goals } = await bench({ chromium, skillsFile, onProgress });
  result.rows.push(...rows);
  result.goals.push(...goals);
}
console.log(`${result.machine}\n\n${tablesOf(result.rows)}\n\n${goalsTable(result.goals)}`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(result, undefined, 2)}\n`);
