import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describeNothing, type WorldJob, type WorldReport } from './world-job.ts';

const CHILD = fileURLToPath(new URL('../support/world-child.ts', import.meta.url));
/** Longer than any world takes on a busy machine: one that takes longer never ends. */
const LONGEST_MS = 120_000;

export interface CrewOptions {
  readonly processes: number;
  readonly onReport: (report: WorldReport) => void;
  /** A planted bug's name. */
  readonly bug?: string;
  /** No world is begun any more when it says so. */
  readonly isEnough?: () => boolean;
}

/** Lives worlds in processes of their own, so many at a time; each takes the next one when it is free. */
export async function runWorlds(jobs: Iterable<WorldJob>, options: CrewOptions): Promise<void> {
  const left = jobs[Symbol.iterator]();
  const { isEnough = () => false } = options;
  const take = (): WorldJob | null => {
    if (isEnough()) return null;
    const { done, value } = left.next();
    return done ? null : value;
  };
  await Promise.all(Array.from({ length: options.processes }, () => work(take, options)));
}

async function work(take: () => WorldJob | null, { bug, onReport }: CrewOptions): Promise<void> {
  const worlds = createWorldProcess(bug);
  try {
    for (let job = take(); job !== null; job = take()) onReport(await worlds.live(job));
  } finally {
    worlds.close();
  }
}

/** A process of its own in which worlds are lived one by one; started with the first, and anew after one that never ends. */
export interface WorldProcess {
  live(job: WorldJob): Promise<WorldReport>;
  close(): void;
}

/** @param bug a planted bug's name */
export function createWorldProcess(bug?: string): WorldProcess {
  let child: ChildProcess | null = null;
  const close = (): void => {
    child?.kill('SIGKILL');
    child = null;
  };
  return {
    live: async (job) => {
      child ??= await start(bug);
      const report = await ask(child, job);
      if (typeof report !== 'string') return report;
      close();
      return describeNothing(job, report);
    },
    close,
  };
}

/** @throws where the process ends before it is ready, with what it said */
async function start(bug: string | undefined): Promise<ChildProcess> {
  const child = fork(CHILD, bug === undefined ? [] : ['--bug', bug], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said = `${said}${text}`.slice(-4_000);
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`a process of worlds ended with ${code}: ${said}`)));
  });
  return child;
}

/** A world's report, or why there is none. */
function ask(child: ChildProcess, job: WorldJob): Promise<WorldReport | string> {
  return new Promise((resolve) => {
    const end = (answer: WorldReport | string): void => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(answer);
    };
    const timer = setTimeout(() => end(`never ends: no answer for ${LONGEST_MS / 1000} s`), LONGEST_MS);
    const onMessage = (message: unknown): void => end(message as WorldReport);
    const onExit = (code: number | null): void => end(`thrown: its process ended with ${code}`);
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.send(job);
  });
}
