import type { Failure } from '../../src-preload/contract/failures.ts';
import type { SideName } from '../../src-preload/contract/shapes.ts';
import type { UpdateChannelShape, UpdateStateShape } from '../../src-preload/contract/update-channels.ts';
import type { TillLogin } from '../engine/connections.ts';
import type { Attempt, Engine } from '../engine/face.ts';
import type { DeviceLanguage } from './device-language.ts';
import type { LiveCounts } from './live-counts.ts';
import type { Publisher } from './publish.ts';
import type { Recovery } from './recovery/recovery.ts';
import type { WindowSession } from './session.ts';
import type { SupportDesk } from './support-desk.ts';

/** An order to the staff of a practice server, in the form their desk takes. */
export type StaffOrder = Readonly<Record<string, string | number | boolean>>;

/** Gives an order to the staff of the practice server that a side is connected to. */
export type ActAsStaff = (side: SideName, order: StaffOrder) => Promise<Attempt<{ readonly what: string }>>;

export interface AppInfo {
  readonly version: string;
  readonly platform: string;
  /** False in a browser. */
  readonly isDesktop: boolean;
}

/** Whether the system starts the program; asked of the system each time. */
export interface AutostartPort {
  isOn(): boolean;
  set(isOn: boolean): void;
}

/** How the program's own updates stand; the failure is not in words yet. */
export interface UpdateState extends Omit<UpdateStateShape, 'failure'> {
  readonly failure: Failure | null;
}

/** The program's own updates. */
export interface UpdatesPort {
  read(): UpdateState;
  /** Asks the update server; resolves when it has answered. A download goes on after that. */
  check(): Promise<UpdateState>;
  /** UPDATE_NOT_READY where there is nothing to install. */
  want(isWanted: boolean): Promise<Attempt<UpdateState>>;
  choose(channel: UpdateChannelShape): Promise<UpdateState>;
  /** @returns the way to stop */
  watch(hear: (state: UpdateState) => void): () => void;
}

/** What the handlers of all features work with. */
export interface HandlerDeps {
  readonly engine: Engine;
  readonly session: WindowSession;
  readonly liveCounts: LiveCounts;
  readonly publish: Publisher['publish'];
  readonly flush: Publisher['flush'];
  readonly actAsStaff: ActAsStaff;
  readonly info: AppInfo;
  /** Connects the till through Clover's own page; null where a test has none. */
  readonly tillLogin: TillLogin | null;
  /** Shows Clover's page in the system's browser; null where the window itself is in one. @returns whether it was */
  readonly showPage: ((address: string) => boolean) | null;
  /** What other PCs of the shop call this one where nobody names it. */
  readonly hostName: string;
  readonly language: DeviceLanguage;
  /** null in a browser. */
  readonly autostart: AutostartPort | null;
  /** null in a browser. */
  readonly updates: UpdatesPort | null;
  /** null where a test has none. */
  readonly support: SupportDesk | null;
  /** null where nobody starts the engine anew. */
  readonly recovery: Recovery | null;
}
