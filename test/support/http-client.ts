// A browser without script, for tests: keeps cookies, fills the CSRF field in from the form's page, follows nothing.

export interface Reply {
  readonly status: number;
  readonly location: string;
  readonly html: string;
  readonly headers: Headers;
}

export class HttpClient {
  readonly #base: string;
  readonly #cookies = new Map<string, string>();

  constructor(base: string) {
    this.#base = base;
  }

  async get(path: string): Promise<Reply> {
    return this.#send(path, { method: 'GET' });
  }

  /** Posts a form as it stands on the page at `from` (default: the same path), with its CSRF token. */
  async submit(path: string, fields: Record<string, string>, from = path): Promise<Reply> {
    const page = await this.get(from);
    const token = /name="csrf" value="([^"]*)"/.exec(page.html)?.[1];
    return this.post(path, { ...fields, ...(token === undefined ? {} : { csrf: token }) });
  }

  /** Posts exactly these fields. */
  async post(path: string, fields: Record<string, string> | Array<[string, string]>): Promise<Reply> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Posts a multipart form with a file, with the CSRF token of the page at `from`. */
  async upload(
    path: string,
    fields: Record<string, string>,
    files: ReadonlyArray<{ name?: string; fileName: string; content: string | Uint8Array<ArrayBuffer> }>,
    from = path,
  ): Promise<Reply> {
    const page = await this.get(from);
    const form = new FormData();
    form.set('csrf', /name="csrf" value="([^"]*)"/.exec(page.html)?.[1] ?? '');
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    for (const file of files) form.append(file.name ?? 'file', new Blob([file.content]), file.fileName);
    return this.#send(path, { method: 'POST', body: form });
  }

  /** Posts bytes under a content type of the caller's. */
  async raw(path: string, type: string, body: string): Promise<Reply> {
    return this.#send(path, { method: 'POST', body, headers: { 'content-type': type } });
  }

  async #send(path: string, init: RequestInit): Promise<Reply> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.#base + path, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie ? { cookie } : {}) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      html: await response.text(),
      headers: response.headers,
    };
  }
}

/** Makes the first account through the set-up page and stays signed in. */
export async function signUp(
  server: { address: string; setUpPath(): Promise<string> },
  email = 'owner@example.org',
): Promise<HttpClient> {
  const client = new HttpClient(server.address);
  const path = await server.setUpPath();
  const reply = await client.submit(path, { name: 'Owner', email, password: 'a long enough password' });
  if (reply.status !== 303) throw new Error(`set-up answered ${reply.status}: ${reply.html.slice(0, 2000)}`);
  return client;
}
