import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { Attempt, Engine, HubFacts } from '../../engine/face.ts';
import { answer, type Command } from '../command.ts';
import { EXIT, type ExitCode, exitCodeOf } from '../exit-code.ts';
import { cleanText } from '../terminal/display-width.ts';
import type { Palette } from '../terminal/palette.ts';

type Named = Attempt<{ readonly name: string }>;

export const TEST: Command = {
  name: 'test',
  summary: 'Makes one real call to each side.',
  notes: [
    'Ends with 4 when a side is not connected, with 1 when a connected side does not answer as it should.',
  ],
  run: async ({ openCore }) => {
    const core = await openCore();
    if (!core.ok) return core;
    const { engine } = core.value;
    const [{ till, store }, hub] = await Promise.all([engine.connections.test(), testHub(engine)]);
    return answer({
      document: {
        clover: till.ok
          ? {
              ok: true,
              merchant: { id: till.value.merchantId, name: till.value.name, currency: till.value.currency },
            }
          : describeTrouble(till),
        woo: store.ok
          ? {
              ok: true,
              store: { name: store.value.name, url: store.value.url, version: store.value.version },
            }
          : describeTrouble(store),
        hub: hub === null ? { ok: false, state: 'not-connected' } : describeHub(hub),
      },
      lines: (paint) => [
        describeSide('Till ', till, paint),
        describeSide('Store', store, paint),
        ...(hub === null ? [] : [describeSide('Relay', hub, paint)]),
      ],
      exitCode: chooseExit(hub === null ? [till, store] : [till, store, hub]),
    });
  },
};

/** null where no relay is paired: nothing is missing then. */
async function testHub({
  hub,
}: Engine): Promise<Attempt<{ readonly name: string; readonly facts: HubFacts }> | null> {
  const { connection } = hub.state();
  if (connection === null) return null;
  const facts = await hub.test();
  return facts.ok ? { ok: true, value: { name: connection.url, facts: facts.value } } : facts;
}

const describeHub = (hub: Attempt<{ readonly facts: HubFacts }>) =>
  hub.ok ? { ok: true, devices: hub.value.facts.devices.length } : describeTrouble(hub);

const describeTrouble = (attempt: Extract<Attempt<never>, { ok: false }>) => ({
  ok: false,
  error: describeFailure(attempt.failure),
});

function describeSide(title: string, attempt: Named, paint: Palette): string {
  if (attempt.ok) return `${title}  ${paint.green('fine')}  ${cleanText(attempt.value.name)}`;
  const { message, hint, code } = describeFailure(attempt.failure);
  return `${title}  ${paint.red('not fine')}  ${message} ${hint} ${paint.dim(code)}`;
}

/** A side in trouble says more than one that was never connected. */
function chooseExit(sides: readonly Named[]): ExitCode {
  const codes = sides.flatMap((side) => (side.ok ? [] : [exitCodeOf(side.failure.code)]));
  return codes.find((code) => code !== EXIT.notConnected) ?? codes[0] ?? EXIT.done;
}
