import type { Alerts } from '../engine/face.ts';
import type { Ledger } from '../engine/ledger-ports.ts';
import type { Clock } from '../engine/ports.ts';
import { createMachineClock, createMachineTimers, describeMachineTime } from '../runtime/machine.ts';
import type { Mended } from '../store/sound-file.ts';
import type { DataFile } from './data-keeper.ts';

const MENDED_KEY = 'data.mended';
const COPY_KEY = 'data.copy';

interface Tellers {
  readonly ledger: Pick<Ledger, 'journal'>;
  readonly alerts: Pick<Alerts, 'raise' | 'settle'>;
  readonly clock: Pick<Clock, 'nowMs'>;
}

/** Sees to the data file while the program runs, and tells what was mended and what fails. */
export async function keepData(data: DataFile, tellers: Tellers): Promise<void> {
  if (data.mended) tellMended(data.mended, tellers);
  const machine = { timers: createMachineTimers(), clock: createMachineClock() };
  await data.keep(machine, ({ error, slowMs }) => {
    if (slowMs !== null) note(`the disk took ${Math.round(slowMs)} ms for one commit`, tellers);
    tellRound(error, tellers);
  });
}

/** Nobody may think that nothing happened: what was done since then was done by a file that is no more. */
function tellMended(mended: Mended, tellers: Tellers): void {
  const { by, detail, asOfMs } = mended;
  note(`${by === 'copy' ? 'damaged, replaced by a copy' : 'older than it was'}: ${detail}`, tellers);
  tellers.alerts.raise(({ say, language }) => {
    const when =
      asOfMs === null ? null : describeMachineTime(asOfMs, language === 'en' ? undefined : language);
    return {
      kind: 'sync-error',
      key: MENDED_KEY,
      title:
        by === 'copy'
          ? say('The data file was damaged, and a copy took its place.')
          : say('The data file is an older one, and goes on from there.'),
      body: [
        ...(when === null ? [] : [say('It is as it was on {{when}}.', { when })]),
        say(
          'Both sides are compared afresh, and no order is sent twice. Look through Orders and Stock once: where a ticket may be printed already, you are asked.',
        ),
      ].join(' '),
      opens: '#/orders',
    };
  });
}

/** A shop goes on without today's copy, but somebody should know. */
function tellRound(error: unknown, tellers: Tellers): void {
  if (error === null) {
    tellers.alerts.settle(COPY_KEY);
    return;
  }
  note(`no copy: ${error instanceof Error ? error.message : String(error)}`, tellers);
  tellers.alerts.raise(({ say }) => ({
    kind: 'sync-error',
    key: COPY_KEY,
    title: say('Today’s copy of the data could not be made.'),
    body: say('Everything goes on, and it is tried again by itself. Make sure that the disk has room.'),
    opens: '#/settings/app',
  }));
}

const note = (message: string, { ledger, clock }: Tellers): void =>
  ledger.journal.add({
    level: 'error',
    action: 'data',
    side: 'app',
    entity: 'data file',
    message,
    atMs: clock.nowMs(),
    runId: null,
  });
