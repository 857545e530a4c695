import { describeFailure } from '../../src-preload/contract/failures.ts';
import type { Engine } from '../engine/face.ts';
import type { Clock, Timers } from '../engine/ports.ts';
import { createGate, type Gate } from './gate.ts';
import type { ActAsStaff, AppInfo, HandlerDeps } from './handler-deps.ts';
import { createConnectionHandlers } from './handlers/connections.ts';
import { createLogHandlers } from './handlers/log.ts';
import { createPlanHandlers } from './handlers/plan.ts';
import { createPracticeHandlers } from './handlers/practice.ts';
import { createProductHandlers } from './handlers/products.ts';
import { createRunHandlers } from './handlers/run.ts';
import { createSettingHandlers } from './handlers/settings.ts';
import { createStatusHandlers } from './handlers/status.ts';
import { createPublisher, type Hear } from './publish.ts';
import { createSession, type StartPractice } from './session.ts';

export interface WindowDeskDeps {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly timers: Pick<Timers, 'after'>;
  readonly startPractice: StartPractice;
  readonly actAsStaff: ActAsStaff;
  readonly info: AppInfo;
}

/** The engine as windows reach it, whatever carries their calls. */
export interface WindowDesk extends Gate {
  /** Every event from now on, and at once where a plan or run under way stands. */
  join(hear: Hear): { leave(): void };
  /** Stops the run and waits for its end; stops practice servers. */
  close(): Promise<void>;
}

/** Puts gate, handlers, session and events together. */
export function openWindowDesk(desk: WindowDeskDeps): WindowDesk {
  const { engine, clock, timers, startPractice, actAsStaff, info } = desk;
  const { publish, flush, join } = createPublisher({ timers });
  const session = createSession({ clock, publish, startPractice });
  const deps: HandlerDeps = { engine, session, publish, flush, actAsStaff, info };
  const gate = createGate(
    {
      ...createStatusHandlers(deps),
      ...createPracticeHandlers(deps),
      ...createConnectionHandlers(deps),
      ...createPlanHandlers(deps),
      ...createRunHandlers(deps),
      ...createProductHandlers(deps),
      ...createLogHandlers(deps),
      ...createSettingHandlers(deps),
    },
    { describeFailure, journal: engine.records.note },
  );
  return {
    ...gate,
    join: (hear) => {
      const member = join(hear);
      const progress = session.readProgress();
      if (progress) member.tell('run:progress', progress);
      return member;
    },
    close: async () => {
      await session.close();
      flush();
    },
  };
}
