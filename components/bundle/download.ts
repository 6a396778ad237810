import type { Exported } from '../../lib/domain/bundle.ts';

/** Hands a written file to the browser's own download. Needs a click, no permission. */
export function download({ text, mediaType, fileName }: Exported): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads the blob after the click returned; it is let go once it surely began.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
