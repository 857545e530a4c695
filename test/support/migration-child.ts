import { openDatabase } from '../../src-main/store/database.ts';

/** Brings a data file to the newest version; made to be killed. */
openDatabase({ file: process.argv[2] ?? '', nativeBinding: null }).close();
