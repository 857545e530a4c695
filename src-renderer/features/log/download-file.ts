import type { ExportFile } from './log-export.ts';

/** Hands a file to the person, as the browser keeps what is downloaded. */
export function downloadFile({
  name,
  type,
  text,
}: Omit<ExportFile, 'text'> & { readonly text: string | Uint8Array<ArrayBuffer> }): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
