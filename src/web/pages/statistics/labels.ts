import { textIn } from '../../../domain/localized-text.ts';
import type { Study } from '../../../domain/study.ts';
import type { Translator } from '../../../i18n/translator.ts';

/** The words of the study's parts in the reader's language, or in the study's own; a key where a text is empty. */
export interface Labels {
  construct(key: string): string;
  role(key: string): string;
  item(key: string): string;
  /** A construct or a role: an end of a path. */
  end(key: string): string;
}

export function labelsOf(study: Study, t: Translator): Labels {
  const languages = [t.locale.language, ...study.languages];
  const lookup = (parts: ReadonlyArray<{ key: string; label: Study['title'] }>) => {
    const byKey = new Map(parts.map(({ key, label }) => [key, textIn(label, ...languages) || key]));
    return (key: string) => byKey.get(key) ?? key;
  };
  const construct = lookup(study.constructs);
  const role = lookup(study.paradigm.roles);
  const isConstruct = new Set(study.constructs.map(({ key }) => key));
  return {
    construct,
    role,
    item: lookup(study.items.map(({ key, text }) => ({ key, label: text }))),
    end: (key) => (isConstruct.has(key) ? construct(key) : role(key)),
  };
}
