/**
 * One thing that is wrong with something a person gave us, and where.
 * `place` is a path a person can follow: items[3].construct, row 12 column Q4, or a form field's name; '' for the whole.
 * `code` is a key of the catalogue of messages and never changes meaning; `details` are the words the message needs.
 */
export interface Fault {
  readonly place: string;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export function fault(place: string, code: string, details: Fault['details'] = {}): Fault {
  return { place, code, details };
}
