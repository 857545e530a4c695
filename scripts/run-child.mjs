// Plain JavaScript for Node 20 and later: the bootstrap uses it before anything is installed.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';

/**
 * Runs a program to its end and passes on the signals that this process gets meanwhile.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{code: number, output: string, error?: NodeJS.ErrnoException}>} its exit code (128 + number after
 *   a signal) and whatever of its output was piped; `error` when it could not be started
 */
export function runChild(program, args, options) {
  const child = spawn(program, args, options);
  const listeners = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => [signal, () => passOn(child, signal)]);
  for (const [signal, listener] of listeners) process.on(signal, listener);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    const end = (result) => {
      for (const [signal, listener] of listeners) process.off(signal, listener);
      resolve({ output, ...result });
    };
    child.on('error', (error) => end({ code: 1, error }));
    child.on('close', (code, signal) => end({ code: code ?? 128 + constants.signals[signal] }));
  });
}

/** A terminal gives Ctrl-C to the child too; a second one would mean "end at once, unfinished". */
function passOn(child, signal) {
  const isFromTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY);
  if (signal !== 'SIGINT' || !isFromTerminal) child.kill(signal);
}
