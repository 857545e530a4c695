import { describe, expect, it } from 'vitest';
import { findDataFailure } from '../../../src-main/domain/data-failure.ts';

const FILE = '/data/tillbridge.sqlite';

describe('what an error says of the data file', () => {
  it.each([
    ['SQLITE_CORRUPT_INDEX', 'DATA_DAMAGED'],
    ['SQLITE_BUSY', 'DATA_HELD'],
    ['EBUSY', 'DATA_HELD'],
    ['SQLITE_FULL', 'DATA_UNWRITABLE'],
    ['SQLITE_IOERR_WRITE', 'DATA_UNWRITABLE'],
    ['EROFS', 'DATA_UNWRITABLE'],
  ])('%s is %s, with the file and its own words', (code, told) => {
    const error = Object.assign(new Error('no'), { code });
    expect(findDataFailure(error, FILE)).toEqual({ code: told, facts: { file: FILE, detail: 'no' } });
  });

  it('an error of anything else says nothing of it', () => {
    expect(findDataFailure(Object.assign(new Error('no'), { code: 'ECONNRESET' }))).toBeNull();
    expect(findDataFailure(new TypeError('no'))).toBeNull();
    expect(findDataFailure(null)).toBeNull();
  });
});
