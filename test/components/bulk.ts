import { File as NodeFile } from 'node:buffer';
import { formats, recogniseFormat } from '../../lib/formats/index.ts';
import type { BulkWorker } from '../../lib/messaging/bulk-client.ts';
import { type Bulk, openBulk } from '../../lib/messaging/bulk-client.ts';
import type { FromBulkWorker, ToBulkWorker } from '../../lib/messaging/bulk-protocol.ts';
import { serveBulk } from '../../lib/messaging/bulk-server.ts';
import { createKeepAlignments } from '../../lib/services/keep-alignments.ts';
import { createKeepBackups } from '../../lib/services/keep-backups.ts';
import { createKeepFolders } from '../../lib/services/keep-folders.ts';
import { createKeepFrameworks } from '../../lib/services/keep-frameworks.ts';
import { createSweepFrameworks } from '../../lib/services/sweep-frameworks.ts';
import { recognise } from '../../lib/skill-documents/index.ts';
import { tableIn } from '../../lib/skill-documents/table-sample.ts';
import { openSkillIndex } from '../../lib/skill-index/index.ts';
import type { PlumblineDatabase } from '../../lib/store/database.ts';

/** The bulk worker of the extension, wired as its entrypoint wires it, in the test's own thread. */
export function bulkOver(database: PlumblineDatabase): Bulk {
  return openBulk(() => {
    const heard: ((event: { data: ToBulkWorker }) => void)[] = [];
    const worker: BulkWorker = {
      onmessage: null,
      postMessage: (message) => void crossed(message).then((data) => heard.forEach((hear) => void hear({ data }))),
    };
    const index = openSkillIndex(database);
    const now = () => new Date();
    const port = {
      addEventListener: (_: 'message', hear: (typeof heard)[number]) => void heard.push(hear),
      postMessage: (data: FromBulkWorker) => worker.onmessage?.({ data } as MessageEvent<FromBulkWorker>),
    };
    const newId = () => crypto.randomUUID();
    const writing = {
      database,
      index,
      sweep: createSweepFrameworks(database, index, now),
      exclusively: <T>(work: () => Promise<T>) => work(),
      now,
      newId,
    };
    const frameworks = createKeepFrameworks({ ...writing, recognise, tableIn });
    const backups = createKeepBackups(writing);
    const alignments = createKeepAlignments({ database, formats, recognise: recogniseFormat, now, newId });
    serveBulk(port, { ...frameworks, ...alignments, ...backups, ...createKeepFolders(database) }, (error) => {
      throw error;
    });
    return worker;
  });
}

/** A message as it arrives in a worker: with a file of Node's, since those of jsdom cannot be read. */
async function crossed(message: ToBulkWorker): Promise<ToBulkWorker> {
  if (!('request' in message)) return message;
  const { request } = message;
  if ('file' in request)
    return { ...message, request: { ...request, file: await nodeFile(request.file) } } as ToBulkWorker;
  if (!('source' in request) || !('file' in request.source)) return message;
  return {
    ...message,
    request: { ...request, source: { file: await nodeFile(request.source.file) } },
  } as ToBulkWorker;
}

async function nodeFile(file: File): Promise<File> {
  const bytes = await new Promise<ArrayBuffer>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(file);
  });
  return new NodeFile([new Uint8Array(bytes)], file.name) as File;
}
