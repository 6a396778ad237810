// Starts the practice registry from a command line:
//   node test/support/practice-registry/main.mjs [--port N] [--seconds N] FILE...
// It prints one line of JSON, {"url": "..."}, and stops by itself after an hour or the given seconds.
//
// The registry is TypeScript like all else here, so that one compiler checks it and the tests import it as it is. Node
// 20 runs no TypeScript, so esbuild, which Vite brings anyway, puts it together here: one file in memory, in 30 ms.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '0' }, seconds: { type: 'string', default: '3600' } },
});

const bundle = await build({
  entryPoints: [fileURLToPath(new URL('server.ts', import.meta.url))],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  write: false,
});
const code = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
const { startPracticeRegistry } = await import(`data:text/javascript;base64,${code}`);

const registry = await startPracticeRegistry({ skillFiles: positionals, port: Number(values.port) });
console.log(JSON.stringify({ url: registry.url }));

const stop = () => registry.close().then(() => process.exit(0));
setTimeout(stop, Number(values.seconds) * 1000);
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
