import { connect, type Socket } from 'node:net';
import { GoneError } from './until.ts';

/** A connection to Firefox's remote control. */
export type Marionette = {
  /** Sends a command and answers its result. Rejects with the error that Firefox names. */
  command(name: string, parameters?: Record<string, unknown>): Promise<unknown>;
  /** Breaks the connection off; whatever is under way rejects. */
  close(): void;
};

type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void };

/**
 * Connects to the Marionette server on a port of 127.0.0.1. Each message is its length in bytes, a colon, and JSON:
 * asked `[0, id, command, parameters]`, answered `[1, id, error, result]`
 * (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
 */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, Waiting>();
  let last = 0;
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    readMessages(socket, (message) => {
      // The first message is a greeting, the rest are answers.
      if (!Array.isArray(message)) return resolve();
      const [, id, error, result] = message as [1, number, { error: string; message: string } | null, unknown];
      const { resolve: answer, reject: refuse } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) refuse?.(new Error(`Firefox: ${error.error}: ${error.message}`));
      else answer?.(result);
    });
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new GoneError('Firefox has ended'));
    waiting.clear();
  });
  return {
    command: (name, parameters = {}) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new GoneError('Firefox has ended'));
        last += 1;
        waiting.set(last, { resolve, reject });
        const message = JSON.stringify([0, last, name, parameters]);
        socket.write(`${Buffer.byteLength(message)}:${message}`);
      }),
    close: () => socket.destroy(),
  };
}

/** Cuts the stream into its messages. */
function readMessages(socket: Socket, take: (message: unknown) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (piece: Buffer) => {
    rest = Buffer.concat([rest, piece]);
    for (;;) {
      const colon = rest.indexOf(':');
      const end = colon + 1 + Number(rest.subarray(0, colon).toString());
      if (colon < 0 || rest.length < end) return;
      take(JSON.parse(rest.subarray(colon + 1, end).toString()));
      rest = rest.subarray(end);
    }
  });
}
