import { mkdirSync, readdirSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { openConnection } from '../../src/storage/connection.ts';
import { migrate, readMigrations } from '../../src/storage/migrate.ts';
import { exampleFile, runAxial, temporaryFolder } from './run-axial.ts';

const folder = temporaryFolder();
const applied = (data: string): unknown => {
  const connection = openConnection(`${data}/axial.sqlite`, { readonly: true });
  try {
    return connection.prepare('SELECT count(*) FROM migration').pluck().get();
  } finally {
    connection.close();
  }
};

let older: string;
beforeAll(() => {
  older = folder.file('older');
  mkdirSync(older);
  const connection = openConnection(`${older}/axial.sqlite`);
  migrate(connection, readMigrations().slice(0, -1));
  connection.close();
});

it('no command but serve brings a database up to date under a server that may be using it', async () => {
  const commands = [
    ['backup', folder.file('copy.sqlite')],
    ['export', 'social-security'],
    ['import', exampleFile],
    ['simulate', 'social-security'],
    ['account', 'reset-password', 'a@example.org'],
  ];
  const ends = await Promise.all(commands.map((args) => runAxial([...args, '--data', older])));
  for (const ended of ends) {
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/^axial: .*older.*start the server once.*\n$/);
  }
  expect(applied(older)).toBe(readMigrations().length - 1);
  expect(readdirSync(older).filter((name) => name.includes('before'))).toEqual([]);
});

it('a database of a newer program is refused in one line', async () => {
  const newer = folder.file('newer');
  mkdirSync(newer);
  const connection = openConnection(`${newer}/axial.sqlite`);
  migrate(connection);
  connection.exec("INSERT INTO migration (name, checksum) VALUES ('999901010000_x__create.sql', '')");
  connection.close();
  const [command, serve] = await Promise.all([
    runAxial(['export', 'social-security', '--data', newer]),
    runAxial(['serve', '--data', newer], { environment: { AXIAL_PORT: '0' } }),
  ]);
  for (const ended of [command, serve]) {
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/^axial: .*newer or another program.*\n$/);
  }
});
