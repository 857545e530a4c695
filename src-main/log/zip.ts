import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** One file of an archive. */
export interface ArchiveFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Packs texts into one zip.
 * @param atMs the time that every file in it bears, Unix milliseconds
 */
export async function packZip(files: readonly ArchiveFile[], atMs: number): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, text } of files)
    zip.addBuffer(Buffer.from(text, 'utf8'), name, { mtime: new Date(atMs), mode: 0o100600 });
  zip.end();
  return buffer(zip.outputStream);
}
