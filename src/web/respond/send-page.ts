import type { ServerResponse } from 'node:http';
import { constants, gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';

/** The fastest level that still finds the repetitions of a questionnaire: more work here saves hardly a packet. */
const level = constants.Z_BEST_SPEED;

/** Sends a drawn page, compressed where the browser can read it. */
export function sendPage(request: Request, response: Response, status: number, html: Buffer | string): void {
  const plain = typeof html === 'string' ? Buffer.from(html) : html;
  sendBytes(response, status, plain, packed(request.headers['accept-encoding']));
}

/** Whether the browser reads gzip, by its Accept-Encoding. */
export function packed(accepted: string | undefined): boolean {
  return accepted !== undefined && /(^|[\s,])gzip\s*($|,|;\s*q=(?!0(\.0*)?\s*($|,)))/i.test(accepted);
}

export function sendBytes(response: ServerResponse, status: number, plain: Buffer, pack: boolean): void {
  const body = pack ? gzipSync(plain, { level }) : plain;
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Vary', 'Accept-Encoding');
  if (pack) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', body.length);
  response.end(body);
}

/** Marks a post of our own script, which wants to go on by itself instead of following a redirect twice. */
const SCRIPT_HEADER = 'axial-reply';
const ADDRESS_HEADER = 'Axial-Next';

/** After a post that was stored: on to the next page, by GET. */
export function sendOnward(request: Request, response: Response, address: string): void {
  if (request.headers[SCRIPT_HEADER] === 'address') {
    response.setHeader(ADDRESS_HEADER, address);
    response.status(204).end();
  } else {
    response.redirect(303, address);
  }
}
