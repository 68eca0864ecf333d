// A load generator cheap enough not to be the thing that is measured: keep-alive sockets, requests prepared as bytes,
// replies read by their Content-Length.

import { connect, type Socket } from 'node:net';

export interface Load {
  readonly port: number;
  readonly clients: number;
  readonly milliseconds: number;
  /** The bytes of the next request. Null: there are no more. */
  readonly next: () => Buffer | null;
  /** Which statuses count as success. */
  readonly accept: (status: number) => boolean;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly done: number;
  readonly failed: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export async function runLoad(load: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  let failed = 0;
  const started = performance.now();
  const end = started + load.milliseconds;
  await Promise.all(
    Array.from({ length: load.clients }, () =>
      client(load, end, (milliseconds, ok) => {
        if (ok) latencies.push(milliseconds);
        else failed++;
      }),
    ),
  );
  const seconds = (performance.now() - started) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0;
  return {
    perSecond: latencies.length / seconds,
    done: latencies.length,
    failed,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}

function client(load: Load, end: number, record: (milliseconds: number, ok: boolean) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port: load.port, host: '127.0.0.1', noDelay: true });
    let buffered: Buffer = Buffer.alloc(0);
    let sent = 0;
    const send = () => {
      const request = performance.now() < end ? load.next() : null;
      if (request === null) {
        socket.end();
        resolve();
        return;
      }
      sent = performance.now();
      socket.write(request);
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
      const head = buffered.indexOf('\r\n\r\n');
      if (head < 0) return;
      const header = buffered.toString('latin1', 0, head);
      const length = Number(/^content-length: (\d+)/im.exec(header)?.[1] ?? Number.NaN);
      if (Number.isNaN(length)) {
        reject(new Error(`a reply without Content-Length: ${header}`));
        return;
      }
      if (buffered.length < head + 4 + length) return;
      buffered = buffered.subarray(head + 4 + length);
      record(performance.now() - sent, load.accept(Number(header.slice(9, 12))));
      send();
    });
  });
}

export function getRequest(path: string): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\n`);
}

export function postRequest(path: string, body: string): Buffer {
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
