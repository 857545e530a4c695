import { readdirSync, readFileSync } from 'node:fs';

/** A process and all that it started, by their ids (Linux). */
export function listTree(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const parent = readParent(Number(name));
    if (parent !== null) parents.set(Number(name), parent);
  }
  const isOfTree = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isOfTree(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isOfTree);
}

function readParent(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return null; // it has just ended
    throw error;
  }
}
