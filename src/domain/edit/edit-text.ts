import { type Fault, fault } from '../fault.ts';
import type { LocalizedText } from '../localized-text.ts';
import { problems } from '../problem.ts';

/** Typed texts laid over what stands there. An emptied text is removed; languages that were not typed stay as they are. */
export function editText(before: LocalizedText | undefined, typed: LocalizedText): LocalizedText {
  const texts: Record<string, string> = { ...before };
  for (const [language, value] of Object.entries(typed)) {
    const text = value.normalize('NFC').trim();
    if (text === '') delete texts[language];
    else texts[language] = text;
  }
  return texts;
}

/** Absent rather than empty: the study file has no empty optional texts. */
export function editOptionalText(
  before: LocalizedText | undefined,
  typed: LocalizedText,
): LocalizedText | undefined {
  const text = editText(before, typed);
  return Object.keys(text).length === 0 ? undefined : text;
}

/** A copy with the property set, or without it: a property that is undefined is not the same as one that is absent. */
export function withOptional<T extends object, K extends keyof T>(
  object: T,
  key: K,
  value: T[K] | undefined,
): T {
  const { [key]: _former, ...rest } = object;
  return value === undefined ? (rest as T) : ({ ...object, [key]: value } as T);
}

/** A text that may not be empty in every language; if it is, a fault is added for the field of the first language. */
export function editRequiredText(
  before: LocalizedText | undefined,
  typed: LocalizedText,
  field: { kind: string; key?: string },
  faults: Fault[],
): LocalizedText {
  const text = editText(before, typed);
  if (Object.keys(text).length === 0) {
    const place = [field.kind, Object.keys(typed)[0] ?? '', field.key].filter((part) => part !== undefined);
    faults.push(fault(place.join(':'), 'text-missing'));
  }
  return text;
}

export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw problems.invalid(faults);
}
