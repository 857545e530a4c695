import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openLanguageFile } from '../../../src-main/headless/device-file.ts';
import { createDeviceLanguage } from '../../../src-main/ipc/device-language.ts';
import { readLanguage, say, speak } from '../../../src-main/ipc/speech.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

afterEach(() => speak('en'));

describe('the language of this computer', () => {
  it('is the first of the system’s that there is, until a person chooses one', async () => {
    const language = createDeviceLanguage(openLanguageFile(makeTemporaryFolder()));
    expect(await language.meet(['fr-FR', 'es-MX', 'de'])).toBe('es');
    expect(say('Open Tillbridge')).toBe('Abrir Tillbridge');
    expect(await language.choose('de')).toBe(true);
    expect(say('Open Tillbridge')).toBe('Tillbridge öffnen');
    expect(await language.meet(['es'])).toBe('de');
    expect(await language.choose(null)).toBe(true);
    expect(readLanguage()).toBe('es');
  });

  it('tells that it is another one only when it is', async () => {
    const changes: string[] = [];
    const language = createDeviceLanguage(openLanguageFile(makeTemporaryFolder()), () =>
      changes.push(readLanguage()),
    );
    await language.meet(['de-AT']);
    expect(await language.choose('de')).toBe(false);
    expect(await language.choose('en')).toBe(true);
    expect(changes).toEqual(['en']);
  });

  it('is kept beside the window’s own preferences, and outlives the program', async () => {
    const dataDir = makeTemporaryFolder();
    await createDeviceLanguage(openLanguageFile(dataDir)).choose('es');
    const file = join(dataDir, 'window', 'device.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), hasToldTray: true }));
    await createDeviceLanguage(openLanguageFile(dataDir)).choose('de');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ language: 'de', hasToldTray: true });
    expect(createDeviceLanguage(openLanguageFile(dataDir)).readChoice()).toBe('de');
  });

  it('counts as not chosen where the file is damaged or names none that there is', () => {
    const dataDir = makeTemporaryFolder();
    openLanguageFile(dataDir).keep('de');
    for (const text of ['{', 'null', '{"language":"tlh"}', '{"language":7}']) {
      writeFileSync(join(dataDir, 'window', 'device.json'), text);
      expect(openLanguageFile(dataDir).read()).toBeNull();
    }
  });
});
