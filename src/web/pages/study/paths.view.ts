import { missingRelations } from '../../../domain/edit/add-template-paths.ts';
import { expectedSigns } from '../../../domain/edit/edit-paths.ts';
import type { ExpectedSign, Path, Study } from '../../../domain/study.ts';
import type { Translator } from '../../../i18n/translator.ts';
import type { Choice, ChoiceField, FieldMaker, TextField } from './make-fields.ts';
import { type Mover, makeMover } from './mover.ts';
import { partLabel } from './part-label.ts';

interface PathFields {
  readonly from: ChoiceField;
  readonly target: ChoiceField;
  readonly sign: ChoiceField;
  readonly rationales: readonly TextField[];
}

export interface PathsView {
  readonly paths: ReadonlyArray<PathFields & { key: string; kind: string; sentence: string; mover: Mover }>;
  readonly added: PathFields & { key: TextField };
  /** The button that makes paths of the model's arrows; '' when all have one. */
  readonly templateLabel: string;
}

export function pathsView({
  t,
  study,
  fields,
  at,
}: {
  t: Translator;
  study: Study;
  fields: FieldMaker;
  at: string;
}): PathsView {
  const words = pathWords(study, t);
  const choose = { label: '', choices: [{ value: '', label: t('study:choose') }] };
  const fieldsOf = (prefix: '' | 'new-', own: string, ...key: string[]): PathFields => {
    const first = prefix === 'new-' ? [choose] : [];
    return {
      from: fields.choice([...first, ...words.ends], `${prefix}from`, ...key),
      target: fields.choice([...first, ...words.ends, words.directPaths(own)], `${prefix}target`, ...key),
      sign: fields.choice(
        [{ label: '', choices: expectedSigns.map((sign) => ({ value: sign, label: words.sign(sign) })) }],
        `${prefix}sign`,
        ...key,
      ),
      rationales: fields.texts(`${prefix}rationale`, 2, ...key),
    };
  };
  const count = study.paths.length;
  const missing = missingRelations(study).length;
  return {
    paths: study.paths.map((path, index) => ({
      ...fieldsOf('', path.key, path.key),
      key: path.key,
      kind: t(`study:path-${path.kind}`),
      sentence: words.sentence(path),
      mover: makeMover({ t, kind: 'path', key: path.key, index, count, at }),
    })),
    added: { ...fieldsOf('new-', ''), key: fields.line('new-key') },
    templateLabel: missing > 0 ? t('study:template-paths', { count: missing }) : '',
  };
}

/** How paths are spoken of; also on the pages for deleting and publishing. */
export function pathWords(study: Study, t: Translator) {
  const choicesOf = (parts: Parameters<typeof partLabel>[0][]): Choice[] =>
    parts.map((part) => ({ value: part.key, label: partLabel(part, study, t) }));
  const ends = [
    { label: t('study:ends-roles'), choices: choicesOf([...study.paradigm.roles]) },
    { label: t('study:ends-constructs'), choices: choicesOf([...study.constructs]) },
  ];
  const labels = new Map(ends.flatMap((group) => group.choices.map(({ value, label }) => [value, label])));
  const labelOf = (key: string) => labels.get(key) ?? key;
  const sentence = (path: Path): string =>
    path.kind === 'direct'
      ? t('study:path-sentence', { from: labelOf(path.from), to: labelOf(path.to) })
      : t('study:path-sentence-moderates', { from: labelOf(path.from), path: path.path });
  return {
    ends,
    sentence,
    sign: (sign: ExpectedSign) => t(`study:sign-${sign === '+' ? 'plus' : sign === '-' ? 'minus' : 'open'}`),
    directPaths: (own: string) => ({
      label: t('study:ends-paths'),
      choices: study.paths
        .filter((path) => path.kind === 'direct' && path.key !== own)
        .map((path) => ({ value: path.key, label: `${path.key}: ${sentence(path)}` })),
    }),
  };
}
