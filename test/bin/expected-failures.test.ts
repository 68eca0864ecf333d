import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  axialFile,
  type Ended,
  endOf,
  exampleFile,
  runAxial,
  startAxial,
  temporaryFolder,
  withStores,
} from './run-axial.ts';

const folder = temporaryFolder();
let data: string;
beforeAll(async () => {
  data = folder.file('data');
  mkdirSync(data);
  await withStores(data, ({ studies }) => studies.insertStudy(null, 'kept', '{}', 1));
});

/** One line that begins as every message does and ends where it should: no stack after it. */
function expectOneLine(ended: Ended, ...words: string[]): void {
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr).toMatch(/^axial: [^\n]+\n$/);
  for (const word of words) expect(ended.stderr).toContain(word);
}

describe('a place that cannot be written', () => {
  it('is named when its folder is missing', async () => {
    const out = folder.file('missing/out');
    const ends = await Promise.all([
      runAxial(['simulate', exampleFile, '--out', out]),
      runAxial(['backup', out, '--data', data]),
      runAxial(['export', 'kept', '--out', out, '--data', data]),
    ]);
    for (const ended of ends) expectOneLine(ended, out, 'no such');
  });

  it('is named when it is a folder, or the disk is full', async () => {
    const ends = await Promise.all([
      runAxial(['simulate', exampleFile, '--out', folder.path]),
      runAxial(['export', 'kept', '--out', folder.path, '--data', data]),
    ]);
    for (const ended of ends) expectOneLine(ended, folder.path, 'folder');
    if (existsSync('/dev/full'))
      expectOneLine(await runAxial(['simulate', exampleFile, '--out', '/dev/full']), '/dev/full', 'space');
  });

  it('is named when it is the data folder', async () => {
    const file = folder.file('a-file');
    writeFileSync(file, '');
    const inFile = `${file}/data`;
    const environment = { AXIAL_PORT: '0' };
    expectOneLine(await runAxial(['serve', '--data', inFile], { environment }), inFile);
  });

  // Permissions do not bind root, so root runs the program as nobody, if nobody may read it.
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const mayRun = spawnSync(process.execPath, ['--check', axialFile], user).status === 0;
  it.skipIf(!mayRun)('is named when it is a data folder of somebody else', async () => {
    const locked = folder.file('locked');
    mkdirSync(locked);
    chmodSync(locked, 0o555);
    chmodSync(folder.path, 0o755);
    const environment = { AXIAL_PORT: '0' };
    expectOneLine(await runAxial(['serve', '--data', locked], { environment, user }), locked);
  });
});

describe('a database file that is none', () => {
  it('is named and left alone', async () => {
    const other = folder.file('other');
    mkdirSync(other);
    writeFileSync(`${other}/axial.sqlite`, 'Dear diary, today I was taken for a database.'.repeat(40));
    const ends = await Promise.all([
      runAxial(['export', 'kept', '--data', other]),
      runAxial(['serve', '--data', other], { environment: { AXIAL_PORT: '0' } }),
      runAxial(['export', 'kept', '--data', folder.file('nowhere')]),
    ]);
    expectOneLine(ends[0], `${other}/axial.sqlite`, 'not a database');
    expectOneLine(ends[1], `${other}/axial.sqlite`, 'not a database');
    expectOneLine(ends[2], folder.file('nowhere'), 'start the server once');
  });
});

describe('a port in use', () => {
  it('is named, before the database is made or changed', async () => {
    const occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
    const { port } = occupant.address() as AddressInfo;
    const fresh = folder.file('fresh');
    const ended = await runAxial(['serve', '--data', fresh], { environment: { AXIAL_PORT: String(port) } });
    occupant.close();
    expectOneLine(ended, String(port), 'in use');
    expect(existsSync(`${fresh}/axial.sqlite`)).toBe(false);
  });
});

describe('a reader that has seen enough', () => {
  it('ends the program quietly', async () => {
    // Larger than a pipe holds, so that the program is still writing when the reader goes.
    const draft = 'x'.repeat(3_000_000);
    await withStores(data, ({ studies }) => studies.insertStudy(null, 'long', draft, 1));
    const child = startAxial(['export', 'long', '--data', data]);
    const end = endOf(child);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await end).toMatchObject({ code: 0, stderr: '' });
  });
});
