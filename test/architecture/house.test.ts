import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findLines, listFiles, ROOT } from '../support/source-files.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const SOURCES = listFiles('src-*/**/*.ts', 'src-*/*.ts', 'src-*/**/*.tsx', 'src-*/*.tsx');
const MOST_LINES = 400;
const MOST_FUNCTION_LINES = 70;

function cruise(folder: string): { modules: number; violations: string[] } {
  const call = [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'src-main',
    'src-practice',
    'src-preload',
    'src-renderer',
  ];
  const result = spawnSync('depcruise', call, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const { summary } = JSON.parse(result.stdout) as {
    summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
  };
  return {
    modules: summary.totalCruised,
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  };
}

describe('the house', () => {
  it('the import rules hold', { timeout: 60_000 }, () => {
    const { modules, violations } = cruise(ROOT);
    expect(modules).toBeGreaterThan(100);
    expect(violations).toEqual([]);
  });

  it('a forbidden import is caught', { timeout: 60_000 }, () => {
    const copy = makeTemporaryFolder();
    for (const part of [
      'src-main',
      'src-practice',
      'src-preload',
      'src-renderer',
      '.dependency-cruiser.cjs',
      'tsconfig.json',
      'package.json',
    ]) {
      cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const planted = join(copy, 'src-main/domain/planted.ts');
    mkdirSync(dirname(planted), { recursive: true });
    writeFileSync(
      planted,
      "import { readFileSync } from 'node:fs';\nexport { openDatabase } from '../store/database.ts';\nexport const read = readFileSync;\n",
    );
    const { violations } = cruise(copy);
    expect(violations).toContain('domain-alone: src-main/domain/planted.ts -> src-main/store/database.ts');
    expect(violations.some((line) => line.startsWith('domain-no-packages: src-main/domain/planted.ts'))).toBe(
      true,
    );
  });

  it('files stay small: median 100 lines at most, nine in ten under 250, none over 400', () => {
    const lengths = SOURCES.map(({ path, text }) => ({ path, lines: text.split('\n').length })).sort(
      (a, b) => a.lines - b.lines,
    );
    expect(lengths.length).toBeGreaterThan(100);
    expect(lengths[Math.floor(lengths.length / 2)]?.lines).toBeLessThanOrEqual(100);
    expect(lengths[Math.floor(lengths.length * 0.9)]?.lines).toBeLessThanOrEqual(250);
    expect(lengths.filter(({ lines }) => lines > MOST_LINES)).toEqual([]);
  });

  it('functions stay under 70 lines', () => {
    const long: string[] = [];
    for (const { path, text } of SOURCES) {
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      const visit = (node: ts.Node): void => {
        if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) {
          const from = source.getLineAndCharacterOfPosition(node.getStart()).line;
          const lines = source.getLineAndCharacterOfPosition(node.getEnd()).line - from + 1;
          if (lines > MOST_FUNCTION_LINES)
            long.push(`${path}:${from + 1}: ${node.name?.getText() ?? 'function'} has ${lines} lines`);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    expect(long).toEqual([]);
  });

  it('a failure is made in one place, and only when it happens', () => {
    const wrong: string[] = [];
    for (const { path, text } of SOURCES.filter(({ path }) => path.startsWith('src-main/'))) {
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      const visit = (node: ts.Node, isLater: boolean): void => {
        const isCall = ts.isCallExpression(node) && node.expression.getText() === 'createFailure';
        if (isCall && !isLater) wrong.push(`${path}: ${node.getText()} is made as the file is loaded`);
        if (ts.isObjectLiteralExpression(node) && path !== 'src-main/domain/failure.ts') {
          const names = node.properties.map(({ name }) => name?.getText());
          if (names.includes('code') && names.includes('facts'))
            wrong.push(`${path}: ${node.getText()} is not made by createFailure`);
        }
        ts.forEachChild(node, (child) => visit(child, isLater || ts.isFunctionLike(node)));
      };
      visit(source, false);
    }
    expect(wrong).toEqual([]);
  });

  it('time, chance and timers come through ports', () => {
    // The page has the browser's time: to come back after a lost connection, and to say how long ago a thing was.
    const free =
      /^src-(main|hub)\/runtime\/|^src-practice\/(clock|random)\.ts$|^src-renderer\/(bridge\/socket-bridge|components\/use-now)\.tsx?$/;
    const files = SOURCES.filter(({ path }) => !free.test(path));
    expect(
      findLines(
        files,
        /\b(Date\.now|Math\.random|performance\.now|setTimeout|setInterval|setImmediate)\b|new Date\(\)/,
      ),
    ).toEqual([]);
  });

  it('no type is switched off and no failure swallowed', () => {
    expect(
      findLines(SOURCES, /\bas any\b|: any\b|@ts-(ignore|nocheck|expect-error)|catch *(\([^)]*\))? *\{ *\}/),
    ).toEqual([]);
  });

  it('a folder of more than five files says what it owns, itself or in the folder above', () => {
    const folders = new Map<string, number>();
    for (const { path } of SOURCES) folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
    const readmes = new Set(
      listFiles('src-*/**/README.md', 'src-*/README.md').map(({ path }) => dirname(path)),
    );
    const silent = [...folders]
      .filter(([folder, files]) => files > 5 && !readmes.has(folder) && !readmes.has(dirname(folder)))
      .map(([folder]) => folder);
    expect(silent).toEqual([]);
  });

  it('nothing of one machine or one registry is in the repository', () => {
    const files = listFiles('.').filter(
      ({ path }) => !/\.(png|csv|icns|ico)$/.test(path) && path !== 'test/architecture/house.test.ts',
    );
    expect(findLines(files, /registry\.npmjs|deb\.debian|\/work\/(main|shared|realwoo)|\/root\//)).toEqual(
      [],
    );
  });
});
