import { benchKey } from './bench-server-key.ts';
import { type BenchServer, startVariant } from './bench-servers.ts';
import { getRequest, postRequest, runLoad } from './load.ts';
import { atLeast, atMost, median, type Row } from './report.ts';

const ROUNDS = 5;
const ROUND = 2000;
const CLIENTS = 32;
const LIMESURVEY_VIEWS = 35;
const LIMESURVEY_SUBMISSIONS = 25;

const ok = (status: number) => status === 200;
const stored = (status: number) => status === 303;

/** Page views: the product against the same page drawn on each request, and against a constant buffer. */
export async function benchPages(): Promise<Row[]> {
  const servers = {
    product: await startVariant('product', 10),
    ejs: await startVariant('ejs', 0),
    raw: await startVariant('raw', 0),
  };
  const request = {
    product: getRequest(`/s/${servers.product.code}/${benchKey(0)}/1`),
    ejs: getRequest('/'),
    raw: getRequest('/'),
  };
  const rounds: Array<Record<keyof typeof servers, number>> = [];
  const measure = async (name: keyof typeof servers, milliseconds: number) =>
    succeeded(
      await runLoad({
        port: servers[name].port,
        clients: CLIENTS,
        milliseconds,
        next: () => request[name],
        accept: ok,
      }),
    ).perSecond;
  for (const name of ['product', 'ejs', 'raw'] as const) await measure(name, 500);
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({
      product: await measure('product', ROUND),
      ejs: await measure('ejs', ROUND),
      raw: await measure('raw', ROUND),
    });
  for (const server of Object.values(servers)) server.stop();
  const views = median(rounds.map((round) => round.product));
  return [
    atLeast(
      'page views / drawn by EJS on each request',
      ratio(rounds, 'product', 'ejs'),
      2.5,
      perSecond(rounds),
    ),
    atLeast(
      'page views / raw http server, constant buffer',
      ratio(rounds, 'product', 'raw'),
      0.15,
      perSecond(rounds),
    ),
    atLeast('page views/s / LimeSurvey 6.13 (35/s, another day)', views / LIMESURVEY_VIEWS, 1, ''),
  ];
}

/** Submissions of thirty answers, committed FULL: against no database, and against one transaction a request. */
export async function benchSubmissions(): Promise<Row[]> {
  const capacity = 120_000;
  const names = ['product', 'memory', 'per-request'] as const;
  const servers = new Map<string, BenchServer>();
  for (const name of names) servers.set(name, await startVariant(name, capacity));
  const next = new Map(names.map((name) => [name, submissionsOf(servers.get(name)!, capacity)]));
  const measure = async (name: (typeof names)[number], milliseconds: number) => {
    const port = servers.get(name)!.port;
    const load = { port, clients: CLIENTS, milliseconds, next: next.get(name)!, accept: stored };
    return succeeded(await runLoad(load)).perSecond;
  };
  for (const name of names) await measure(name, 500);
  const rounds: Array<Record<(typeof names)[number], number>> = [];
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({
      product: await measure('product', ROUND),
      memory: await measure('memory', ROUND),
      'per-request': await measure('per-request', ROUND),
    });
  for (const server of servers.values()) server.stop();
  const perSecondNow = median(rounds.map((round) => round.product));
  return [
    atLeast(
      'submissions / the same route without a database',
      ratio(rounds, 'product', 'memory'),
      0.7,
      perSecond(rounds),
    ),
    atLeast(
      'submissions / one transaction a request',
      ratio(rounds, 'product', 'per-request'),
      2,
      perSecond(rounds),
    ),
    atLeast(
      'submissions/s / LimeSurvey 6.13 (25/s, another day)',
      perSecondNow / LIMESURVEY_SUBMISSIONS,
      1,
      '',
    ),
  ];
}

/** Page views while others submit: what readers feel of the writers. */
export async function benchViewsDuringSubmissions(): Promise<Row[]> {
  const capacity = 120_000;
  const server = await startVariant('product', capacity);
  const page = getRequest(`/s/${server.code}/${benchKey(capacity - 1)}/1`);
  const views = { port: server.port, clients: 8, milliseconds: ROUND, next: () => page, accept: ok };
  const posts = {
    port: server.port,
    clients: 16,
    milliseconds: ROUND,
    next: submissionsOf(server, capacity - 1),
    accept: stored,
  };
  await runLoad({ ...views, milliseconds: 500 });
  const alone: number[] = [];
  const together: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(succeeded(await runLoad(views)).p95);
    const [during] = await Promise.all([runLoad(views), runLoad(posts)]);
    together.push(succeeded(during!).p95);
  }
  server.stop();
  const value = median(together.map((p95, round) => p95 / alone[round]!));
  const from = `p95 ${median(alone).toFixed(1)} ms alone, ${median(together).toFixed(1)} ms together`;
  return [atMost('p95 of page views during submissions / without', value, 2, from)];
}

/** One submission after the other, each of a different respondent, never the same answers twice in a row. */
function submissionsOf(server: BenchServer, capacity: number): () => Buffer | null {
  let index = 0;
  return () => {
    if (index >= capacity) return null;
    const fields = Array.from({ length: 30 }, (_, item) => `q${item + 1}=${((index + item) % 5) + 1}`);
    const request = postRequest(
      `/s/${server.code}/${benchKey(index)}/1`,
      [...fields, 'layout=', 'go=next'].join('&'),
    );
    index++;
    return request;
  };
}

function succeeded<T extends { failed: number; done: number }>(result: T): T {
  if (result.failed > 0 || result.done === 0)
    throw new Error(`${result.failed} requests failed, ${result.done} succeeded`);
  return result;
}

function ratio<Name extends string>(
  rounds: ReadonlyArray<Record<Name, number>>,
  top: Name,
  bottom: Name,
): number {
  return median(rounds.map((round) => round[top] / round[bottom]));
}

function perSecond(rounds: ReadonlyArray<Record<string, number>>): string {
  const names = Object.keys(rounds[0]!);
  return `per s: ${names.map((name) => `${name} ${Math.round(median(rounds.map((round) => round[name]!)))}`).join(', ')}`;
}
