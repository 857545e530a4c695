import { type Core, type CoreOptions, openCore, openPracticeKeys } from '../boot/core.ts';
import { succeed } from '../engine/face.ts';
import type { LastingEngineDeps } from '../ipc/recovery/lasting-engine.ts';
import { openWindowDesk, type WindowDeskDeps } from '../ipc/window-desk.ts';

/** What a window's desk has beside the engine of the moment. */
export type DeskSurroundings = Omit<
  WindowDeskDeps,
  'engine' | 'tillLogin' | 'support' | 'recovery' | 'practice' | 'startPractice'
>;

/**
 * Opens an engine on a data folder with the desk that windows reach it by, as often as it is needed.
 * @param surround what is around that engine
 */
export const openRooms = (
  options: Omit<CoreOptions, 'isWriter' | 'isSafe'>,
  surround: (core: Core) => DeskSurroundings,
): LastingEngineDeps['openRoom'] => {
  // Practice servers outlive an engine; so do their keys.
  const servers = openPracticeKeys();
  return async ({ isSafe, recovery, startPractice, practice }) => {
    const opened = await openCore({ ...options, isWriter: true, isSafe, practice: servers });
    if (!opened.ok) return opened;
    const core = opened.value;
    try {
      const { engine, tillLogin, support, drop } = core;
      // In safe mode everything is left as it was found.
      if (!isSafe) await engine.practice.settle();
      const around = surround(core);
      const desk = openWindowDesk({
        ...around,
        engine,
        tillLogin,
        support,
        recovery,
        startPractice,
        practice,
      });
      const close = async (): Promise<void> => {
        await desk.close();
        await core.close();
      };
      return succeed({ engine, desk, support, close, drop });
    } catch (error) {
      core.drop();
      throw error;
    }
  };
};
