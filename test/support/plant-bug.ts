import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import type { PlantedBug } from './planted-bugs.ts';

const ROOT = new URL('../../', import.meta.url);

/**
 * Changes the text of a module in this process alone, as it is loaded: before anything of the product is imported.
 * @throws where the product no longer has that text exactly once
 */
export function plantBug({ file, find, put }: PlantedBug): void {
  const target = new URL(file, ROOT);
  const pieces = readFileSync(target, 'utf8').split(find);
  if (pieces.length !== 2) throw new Error(`${file} does not have "${find}" exactly once`);
  const planted = pieces.join(put);
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context);
      if (url !== target.href) return loaded;
      // The loader strips types from what it read: here from the text with the bug in it.
      return { ...loaded, source: planted };
    },
  });
}
