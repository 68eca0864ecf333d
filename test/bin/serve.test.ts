import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, endOf, startAxial, temporaryFolder } from './run-axial.ts';

const folder = temporaryFolder();
let child: ChildProcess;
let end: ReturnType<typeof endOf>;
let printed = '';
beforeAll(async () => {
  child = startAxial(['serve', '--data', folder.path], { environment: { AXIAL_PORT: '0' } });
  end = endOf(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (piece: string) => {
      printed += piece;
      if (printed.endsWith('\n\n')) resolve();
    });
    void end.then(({ stderr }) => reject(new Error(stderr)));
  });
});
afterAll(() => void child.kill('SIGKILL'));

it('fills an empty database with the example and prints the three links, which answer', async () => {
  const addresses = printed.match(/http:\/\/\S+/g) ?? [];
  expect(addresses).toHaveLength(4);
  const [listens, setUp, questionnaire] = addresses;
  const { origin } = new URL(listens!);
  expect(new URL(setUp!).port).toBe(new URL(origin).port);
  for (const address of [setUp!, questionnaire!])
    expect((await fetch(origin + new URL(address).pathname)).status).toBe(200);
  expect((await ask(folder.path, 'SELECT count(*) AS n FROM submission'))[0]).toEqual({ n: 240 });
});

it('ends with 0 when it is asked to stop', async () => {
  child.kill('SIGTERM');
  expect(await end).toMatchObject({ code: 0 });
});
