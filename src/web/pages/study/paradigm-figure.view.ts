import type { Role, Study } from '../../../domain/study.ts';
import type { Translator } from '../../../i18n/translator.ts';
import { tabLink } from './design-tabs.ts';
import { partLabel } from './part-label.ts';

/** The model as the textbooks draw it. 'six': the six parts of 1990 in their places; 'row': any other parts, one after another. */
export interface ParadigmFigure {
  readonly shape: 'six' | 'row';
  readonly title: string;
  readonly parts: ReadonlyArray<{
    readonly key: string;
    readonly kind: string;
    readonly label: string;
    readonly categories: readonly string[];
    readonly empty: string;
    /** An arrow leads on to the next part of the row. */
    readonly arrow: boolean;
  }>;
  /** The arrows in words, for those who do not see them. */
  readonly arrows: readonly string[];
  readonly categoriesLink: string;
}

const sixParts = ['causal', 'core', 'context', 'intervening', 'strategies', 'consequences'];

export function paradigmFigure(study: Study, studyKey: string, t: Translator): ParadigmFigure {
  const { roles, relations } = study.paradigm;
  const six = roles.length === 6 && sixParts.every((key) => roles.some((role) => role.key === key));
  const ordered = six ? sixParts.map((key) => roles.find((role) => role.key === key)!) : roles;
  const labelOf = (key: string) => {
    const role = roles.find((candidate) => candidate.key === key);
    return role ? partLabel(role, study, t) : key;
  };
  return {
    shape: six ? 'six' : 'row',
    title: t('study:figure-title'),
    parts: ordered.map((role: Role, index) => ({
      key: role.key,
      kind: role.kind,
      label: partLabel(role, study, t),
      categories: study.categories
        .filter((category) => category.role === role.key)
        .map((category) => partLabel(category, study, t)),
      empty: t('study:figure-empty'),
      arrow: relations.some(
        (relation) => relation.from === role.key && relation.to === ordered[index + 1]?.key,
      ),
    })),
    arrows: relations.map(({ from, to, sign }) =>
      t(`study:figure-arrow-${sign === '+' ? 'plus' : sign === '-' ? 'minus' : 'open'}`, {
        from: labelOf(from),
        to: labelOf(to),
      }),
    ),
    categoriesLink: tabLink(studyKey, 'categories'),
  };
}
