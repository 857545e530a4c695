import type { ArchiveShape } from '../../../src-preload/contract/support-channels.ts';
import { downloadFile } from '../log/download-file.ts';

/** Hands an archive to the person, as the browser keeps what is downloaded. */
export const saveArchive = ({ name, base64 }: ArchiveShape): void =>
  downloadFile({
    name,
    type: 'application/zip',
    text: Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)),
  });
