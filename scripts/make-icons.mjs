// Writes the icons of the installers from the pictures in resources/icons: `node scripts/make-icons.mjs`. Both formats
// are a list of pictures; electron-builder would fetch a tool for it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RESOURCES = fileURLToPath(new URL('../resources', import.meta.url));
const WINDOWS_SIZES = [16, 32, 48, 64, 128, 256];
/** Apple's names for a PNG of a size; the second of a size is the sharper one of the size before. */
const APPLE_TYPES = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['icp6', 64],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
];

const readPng = (size) => readFileSync(join(RESOURCES, 'icons', `${size}.png`));

function makeIco() {
  const pictures = WINDOWS_SIZES.map((size) => ({ size, bytes: readPng(size) }));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, bytes }] of pictures.entries()) {
    const at = 6 + 16 * index;
    // 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(bytes.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += bytes.length;
  }
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)]);
}

function makeIcns() {
  const pictures = APPLE_TYPES.map(([type, size]) => {
    const bytes = readPng(size);
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(head.length + bytes.length, 4);
    return Buffer.concat([head, bytes]);
  });
  const body = Buffer.concat(pictures);
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(head.length + body.length, 4);
  return Buffer.concat([head, body]);
}

writeFileSync(join(RESOURCES, 'installer', 'icon.ico'), makeIco());
writeFileSync(join(RESOURCES, 'installer', 'icon.icns'), makeIcns());
