// What a browser would send from a form of the design pages: every field as it stands, and the button that is pressed.

import type { HttpClient, Reply } from '../../support/http-client.ts';

const named = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

export function unescapeHtml(text: string): string {
  const names: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&#34;': '"',
    '&#39;': "'",
    '&amp;': '&',
  };
  return text.replace(/&(lt|gt|#34|#39|amp);/g, (entity) => names[entity]!);
}

/** The fields of the first form that has a hidden `revision`. */
export function fieldsOf(html: string): Map<string, string> {
  const form = html.split('<form').find((part) => part.includes('name="revision"')) ?? '';
  const fields = new Map<string, string>();
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = named(tag, 'name');
    const type = named(tag, 'type');
    if (name === undefined || tag.includes('form="none"')) continue;
    if ((type === 'checkbox' || type === 'radio') && !/\schecked/.test(tag)) continue;
    fields.set(name, unescapeHtml(named(tag, 'value') ?? ''));
  }
  for (const [, tag, value] of form.matchAll(/(<textarea[^>]*>)\n?([^<]*)<\/textarea>/g))
    fields.set(named(tag!, 'name')!, unescapeHtml(value!));
  for (const [, tag, options] of form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
    const all = [...options!.matchAll(/<option[^>]*>/g)].map(([option]) => option);
    const chosen = all.find((option) => /\sselected/.test(option)) ?? all[0];
    if (chosen) fields.set(named(tag!, 'name')!, unescapeHtml(named(chosen, 'value') ?? ''));
  }
  return fields;
}

/** A page opened in a browser tab; its form can be changed and sent, now or later. */
export class FormPage {
  readonly fields: Map<string, string>;
  readonly #client: HttpClient;
  readonly #path: string;

  private constructor(client: HttpClient, path: string, html: string) {
    this.#client = client;
    this.#path = path;
    this.fields = fieldsOf(html);
  }

  static async open(client: HttpClient, path: string): Promise<FormPage> {
    return new FormPage(client, path, (await client.get(path)).html);
  }

  /** The page that came back, as another page of the same address. */
  after(reply: Reply): FormPage {
    return new FormPage(this.#client, this.#path, reply.html);
  }

  async press(
    button: string,
    changes: Record<string, string | null> = {},
    path = this.#path,
  ): Promise<Reply> {
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) this.fields.delete(name);
      else this.fields.set(name, value);
    }
    return this.#client.post(path, [...this.fields, ['do', button]]);
  }
}
