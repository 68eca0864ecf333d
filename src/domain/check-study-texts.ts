import { type Fault, fault } from './fault.ts';
import type { Study } from './study.ts';
import { LANGUAGE_PATTERN, MAX_TEXT, URL_PATTERN } from './study-limits.ts';

// Control characters but tab and line breaks, and halves of characters: XML, SPSS files and databases refuse or cut them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u;

/** Every text of the study, wherever it stands: not too long, and made of whole, printable characters. */
export function checkTexts(study: Study): readonly Fault[] {
  const faults: Fault[] = [];
  const walk = (place: string, value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length > MAX_TEXT) faults.push(fault(place, 'text-too-long', { limit: MAX_TEXT }));
      if (unreadable.test(value)) faults.push(fault(place, 'text-not-readable'));
    } else if (Array.isArray(value)) {
      value.forEach((entry, index) => {
        walk(`${place}[${index}]`, entry);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, entry] of Object.entries(value)) {
        if (localizedFields.has(name)) checkTags(place === '' ? name : `${place}.${name}`, entry);
        walk(place === '' ? name : `${place}.${name}`, entry);
      }
    }
  };
  const checkTags = (place: string, text: unknown): void => {
    if (typeof text !== 'object' || text === null) return;
    for (const tag of Object.keys(text)) {
      if (!LANGUAGE_PATTERN.test(tag)) faults.push(fault(place, 'language-malformed', { value: tag }));
    }
  };
  walk('', study);
  if (!URL_PATTERN.test(study.source?.url ?? '')) {
    faults.push(fault('source.url', 'url-malformed', { value: study.source?.url ?? '' }));
  }
  return faults;
}

/** Fields that hold a text per language wherever they occur (an item's note is one plain text and is no object). */
const localizedFields: ReadonlySet<string> = new Set([
  'title',
  'description',
  'note',
  'label',
  'definition',
  'text',
  'noAnswer',
  'intro',
  'contact',
  'thanks',
  'rationale',
]);
