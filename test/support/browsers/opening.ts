/** Undoes something that an opening did. */
export type Undo = () => unknown;

/**
 * Opens something in several steps. Each step that has to be undone says so with `onClose`; `close` undoes them, the last
 * one first. Where a later step fails, what was done before is undone at once.
 */
export async function opening<T>(
  open: (onClose: (undo: Undo) => void, close: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const undos: Undo[] = [];
  const close = async () => {
    for (const undo of undos.splice(0).reverse()) await undo();
  };
  try {
    return await open((undo) => undos.push(undo), close);
  } catch (error) {
    await close();
    throw error;
  }
}
