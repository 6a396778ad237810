import type { Validators } from './framework.ts';

/** A document that was fetched and waits on this device, for an import to read it. It is thrown away after a day. */
export type Staged = {
  state: 'staged';
  /** Under which id it waits. */
  stage: string;
  /** A file name for it, with an ending that fits where one is known. */
  name: string;
  /** The address at which it was found in the end. */
  address: string;
  /** Bytes. */
  size: number;
  /** What to ask with the next time; empty where the server said nothing of the kind. */
  validators: Validators;
};

/** The document still is what the validators tell of: nothing was fetched. */
export type Unchanged = { state: 'unchanged' };

/** Another site has it now. Nothing was taken from there: the person says first whether to go on to it. */
export type Moved = { state: 'moved'; to: string };
