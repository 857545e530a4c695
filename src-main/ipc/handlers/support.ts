import type { ArchiveShape } from '../../../src-preload/contract/support-channels.ts';
import { createFailure } from '../../domain/failure.ts';
import { type Attempt, fail, succeed } from '../../engine/face.ts';
import { type ArchiveFile, packZip } from '../../log/zip.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { describeFailure } from '../speech.ts';
import type { SupportDesk } from '../support-desk.ts';
import { readSupport } from '../views/support-view.ts';

type Channels =
  | 'support:get'
  | 'support:retry'
  | 'support:inside'
  | 'support:diagnostics'
  | 'support:export'
  | 'support:erase';

export function createSupportHandlers(deps: HandlerDeps): Pick<Handlers, Channels> {
  const { recovery, autostart } = deps;
  /** Without a desk of its own a window cannot know what is in the file. */
  const pack = (
    name: string,
    write: (support: SupportDesk) => readonly ArchiveFile[],
  ): Attempt<ArchiveShape> | Promise<Attempt<ArchiveShape>> =>
    deps.support
      ? packArchive(name, write(deps.support), deps.support.readNowMs())
      : fail(createFailure('ERASE_BY_COMMAND'));
  return {
    'support:get': () => succeed(readSupport(deps)),
    'support:retry': async () => {
      const retried = recovery ? await recovery.retry() : succeed(undefined);
      return retried.ok ? succeed({}) : retried;
    },
    'support:inside': () =>
      succeed({
        files: (deps.support?.writeDiagnostics() ?? []).map(({ name, text }) => ({
          name,
          bytes: Buffer.byteLength(text),
        })),
      }),
    'support:diagnostics': () => pack('tillbridge-diagnostics.zip', (support) => support.writeDiagnostics()),
    'support:export': () => pack('tillbridge-data.zip', (support) => support.exportData()),
    'support:erase': async () => {
      if (!recovery) return fail(createFailure('ERASE_BY_COMMAND'));
      const idle = deps.session.checkIdle();
      if (!idle.ok) return idle;
      if (autostart?.isOn()) autostart.set(false);
      const erased = await recovery.erase();
      return erased.ok ? succeed({ left: erased.value.map(describeFailure) }) : erased;
    },
  };
}

async function packArchive(
  name: string,
  files: readonly ArchiveFile[],
  atMs: number,
): Promise<Attempt<ArchiveShape>> {
  const zip = await packZip(files, atMs);
  return succeed({ name, base64: zip.toString('base64') });
}
