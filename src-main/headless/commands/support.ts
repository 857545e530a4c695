import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { Attempt } from '../../engine/face.ts';
import type { SupportDesk } from '../../ipc/support-desk.ts';
import { type ArchiveFile, packZip } from '../../log/zip.ts';
import { obtainApproval } from '../approval.ts';
import { type Answer, answer, type Command, refuse } from '../command.ts';
import { YES_FLAG } from '../command-rules.ts';
import type { CommandContext } from '../context.ts';
import { describeFileError } from '../file-error.ts';

const STAYS = [
  'Your products and orders stay as they are, in Clover and in WooCommerce.',
  'In the store, products keep the marks by which a new start finds them again.',
];

export const DIAGNOSTICS: Command = {
  name: 'diagnostics',
  summary: 'Writes what support needs into a zip: no secrets, no customers, no names of items.',
  arguments: [{ name: 'FILE.zip' }],
  notes: ['It says what is inside. The page README.txt in it says what is left out.'],
  run: (context) => writeArchive(context, (support) => support.writeDiagnostics()),
};

export const EXPORT_DATA: Command = {
  name: 'export-data',
  summary: 'Writes all that Tillbridge holds on this computer into a zip, as JSON; no secrets.',
  arguments: [{ name: 'FILE.zip' }],
  run: (context) => writeArchive(context, (support) => support.exportData()),
};

export const ERASE: Command = {
  name: 'erase',
  summary:
    'Disconnects everything and erases what Tillbridge holds on this computer; deletes nothing elsewhere.',
  isWriter: true,
  flags: YES_FLAG,
  notes: [
    ...STAYS,
    'The relay’s webhooks and pairing, the keys in the keychain, links, history and log go away.',
    'Then the program itself can be removed like every other one.',
  ],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const approved = await obtainApproval(
      `Erase links, history, settings and keys on this computer? ${STAYS[0]}`,
      'If you mean it, say "erase --yes".',
      context,
    );
    if (!approved.ok) return approved;
    const left = await core.value.support.erase();
    const told = left.map(describeFailure);
    return answer({
      document: { erased: true, left: told },
      lines: () => [
        'Tillbridge holds nothing on this computer any more.',
        ...STAYS,
        ...told.map(({ message, hint }) => `Could not be taken away elsewhere: ${message} ${hint}`),
      ],
    });
  },
};

async function writeArchive(
  { openCore, input, surroundings }: CommandContext,
  write: (support: SupportDesk) => readonly ArchiveFile[],
): Promise<Attempt<Answer>> {
  const core = await openCore();
  if (!core.ok) return core;
  const { support } = core.value;
  const file = input.argument('FILE.zip') ?? '';
  const files = write(support);
  const zip = await packZip(files, support.readNowMs());
  try {
    surroundings.writeBytes(file, zip);
  } catch (error) {
    return refuse('USE_BAD_VALUE', {
      name: `The file ${file}`,
      why: `it cannot be written: ${describeFileError(error)}`,
      how: 'Give a file in a folder that is there and that you may write to.',
    });
  }
  const inside = files.map(({ name, text }) => ({ name, bytes: Buffer.byteLength(text) }));
  return answer({
    document: { file, files: inside },
    lines: () => [`Written to ${file}:`, ...inside.map(({ name, bytes }) => `  ${name}  ${bytes} bytes`)],
  });
}
