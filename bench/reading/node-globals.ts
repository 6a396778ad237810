// What the libraries take for granted in Node; esbuild puts these where they are used.
import { Buffer } from 'buffer/';
import process from 'process/browser';

export { Buffer, process };
