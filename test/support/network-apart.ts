import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import type { Line } from './swallowing-proxy.ts';

/** A cable between this network and one apart. */
export interface Cable extends Line {
  /** Its ends: this network's address, and that of the one apart. */
  readonly near: string;
  readonly far: string;
}

/** A network of its own for a process, as a machine of its own has it: what is not cabled does not get through. */
export interface NetworkApart {
  /** What runs a program in it, before the program's own words. */
  readonly wrapper: readonly string[];
  lay(): Cable;
  /** It is gone with its cables, also where this process ends without a word. */
  close(): Promise<void>;
}

const PROBE = 'ip link add probe0 type veth peer name probe1';

/** Whether networks can be kept apart here: it takes Linux, its administrator and iproute2. */
export const canSeparate = (): boolean =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--net', 'sh', '-c', PROBE], { stdio: 'ignore' }).status === 0;

let cables = 0;

export async function separateNetwork(): Promise<NetworkApart> {
  // It lasts as long as a process is in it; this one ends with its input.
  const holder = spawn('unshare', ['--net', 'sh', '-c', 'ip link set lo up && echo && exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(holder, 'exit');
  await Promise.race([
    once(holder.stdout, 'data'),
    ended.then(() => Promise.reject(new Error('no network of its own'))),
  ]);
  const wrapper = ['nsenter', `--net=/proc/${holder.pid}/ns/net`, '--'];
  return {
    wrapper,
    lay: () => layCable(String(holder.pid), wrapper),
    close: async () => {
      holder.stdin.end();
      await ended;
    },
  };
}

/** A pair of interfaces with two addresses that nobody else has: by this process and by number. */
function layCable(pid: string, wrapper: readonly string[]): Cable {
  const [name, at] = [`tb${process.pid}-${cables}`, (cables % 63) * 4];
  cables += 1;
  const net = `10.${128 + (Math.floor(process.pid / 256) % 128)}.${process.pid % 256}`;
  const [near, far] = [`${net}.${at + 1}`, `${net}.${at + 2}`];
  const inside = (...words: string[]): void => run(...wrapper, 'ip', ...words);
  run('ip', 'link', 'add', name, 'type', 'veth', 'peer', 'name', name, 'netns', pid);
  run('ip', 'address', 'add', `${near}/30`, 'dev', name);
  run('ip', 'link', 'set', name, 'up');
  inside('address', 'add', `${far}/30`, 'dev', name);
  inside('link', 'set', name, 'up');
  return {
    near,
    far,
    // The far end, so that this side keeps its route: what is sent goes into the dead cable, and nowhere else.
    swallow: () => inside('link', 'set', name, 'down'),
    heal: () => inside('link', 'set', name, 'up'),
  };
}

function run(program = '', ...words: string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr}`);
}
