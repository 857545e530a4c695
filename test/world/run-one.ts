import { simulate } from './simulate.ts';
const [from = 1, to = from] = process.argv.slice(2).map(Number);
const verbose = process.env.STORY === '1';
let bad = 0;
const started = performance.now();
const kinds = new Map<string, number[]>();
for (let seed = from; seed <= to; seed += 1) {
  try {
    const result = await simulate(seed);
    if (result.broken.length > 0) { bad += 1; for (const line of result.broken) { const k=line.split(':')[0] as string; kinds.set(k, [...(kinds.get(k)??[]), seed]); } if (!verbose) console.log(seed, result.broken.slice(0,4).map(l=>l.slice(0,120)+" … "+l.slice(-80)).join('\n    ')); }
    if (verbose) { console.log(result.story.join('\n')); console.log(result.broken.join('\n'), result.hash, Object.fromEntries(result.notes)); }
  } catch (error) { bad += 1; console.log(seed, 'THROWN', error); }
}
console.log(bad, 'bad of', to - from + 1, Math.round(performance.now() - started), 'ms');
for (const [k, v] of kinds) console.log(k, v.length, [...new Set(v)].slice(0, 30).join(' '));
