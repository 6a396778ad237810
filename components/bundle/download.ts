/** Hands a file to the browser's own download. Needs a click, no permission. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the blob after the click returned; it is let go once it surely began.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
