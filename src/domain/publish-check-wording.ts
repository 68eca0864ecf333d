// Wording: what a program can see in a statement. Every hit but a repeated text is a remark, because words alone do not decide.

import { foldText } from './edit/fold-text.ts';
import type { Fault } from './fault.ts';
import type { LocalizedText } from './localized-text.ts';
import type { Finding, FindingTarget } from './publish-check.ts';
import type { ScaleOption, Study } from './study.ts';

const MOST_WORDS = 25;

// Persian «و» is everywhere, in «گفت‌وگو» too: only the word that stands alone counts.
const twoIdeas: Readonly<Record<string, RegExp>> = {
  en: /\b(and\/or|and|or|as well as)\b/i,
  fa: /(?<=^|\s)(و\/یا|و|یا|نیز|همچنین|بلکه)(?=\s|$)/u,
};
const negation: Readonly<Record<string, RegExp>> = {
  en: /\b(not|no|never|without|nobody|nothing|\w+n['’]t)\b/i,
  fa: /(?<=^|\s)(عدم|بدون|هیچ|هرگز|فاقد|غیر|نیست\p{L}*|ندار\p{L}*|نباید|نشد\p{L}*|نکر\p{L}*|نمی[\u200c \p{L}]\S*)(?=\s|[.،؛]|$)/u,
};
/** Letters of an Arabic keyboard that look like Persian ones: searching, sorting and comparing go wrong with them. */
const arabicLetters = /[يكى٤٥٦]/;

export function wordingFindings(study: Study): readonly Finding[] {
  const findings: Finding[] = [];
  const remark = (target: FindingTarget, place: string, code: string, details: Fault['details']) =>
    findings.push({ severity: 'remark', target, place, code, details: { key: target.key, ...details } });

  for (const language of study.languages) {
    const base = language.split('-')[0] ?? language;
    const firstWith = new Map<string, string>();
    study.items.forEach(({ key, text, reverse }, index) => {
      const words = (text[language] ?? '').trim();
      if (words === '') return;
      const target: FindingTarget = { kind: 'item', key };
      const place = `items[${index}].text.${language}`;

      // Without spaces, so that «می‌شود», «می شود» and «میشود» are the same word.
      const folded = foldText(words).replaceAll(' ', '');
      const first = firstWith.get(folded);
      if (first === undefined) firstWith.set(folded, key);
      else {
        const details = { key, first, language };
        findings.push({ severity: 'blocking', target, place, code: 'item-text-repeated', details });
      }

      const count = words.split(/\s+/).length;
      if (count > MOST_WORDS) remark(target, place, 'item-long', { count, language });
      const joint = twoIdeas[base]?.exec(words)?.[1];
      if (joint) remark(target, place, 'item-two-ideas', { word: joint, language });
      const negated = negation[base]?.exec(words)?.[1];
      if (reverse && negated) remark(target, place, 'item-negated-reverse', { word: negated, language });
      if (base === 'fa' && arabicLetters.test(words))
        remark(target, place, 'item-arabic-letters', { language });
    });

    study.scales.forEach(({ key, options, noAnswer }, index) => {
      if (!study.constructs.some((construct) => construct.scale === key)) return;
      findings.push(
        ...repeatedLabels({ kind: 'scale', key }, `scales[${index}]`, options, noAnswer, language),
      );
    });
    study.questions?.forEach(({ key, options, noAnswer }, index) => {
      findings.push(
        ...repeatedLabels({ kind: 'question', key }, `questions[${index}]`, options, noAnswer, language),
      );
    });
  }
  return [...findings, ...keysThatDifferByCase(study)];
}

/** Two options with the same words: nobody could tell which one a respondent meant. */
function repeatedLabels(
  target: FindingTarget,
  place: string,
  options: readonly ScaleOption[],
  noAnswer: LocalizedText | undefined,
  language: string,
): readonly Finding[] {
  const labels = [
    ...options.map(({ label }, index) => ({ place: `${place}.options[${index}].label.${language}`, label })),
    ...(noAnswer ? [{ place: `${place}.noAnswer.${language}`, label: noAnswer }] : []),
  ].map(({ place: labelPlace, label }) => ({ place: labelPlace, text: label[language] ?? '' }));
  return labels.flatMap(({ place: labelPlace, text }, index) => {
    const folded = foldText(text);
    const repeated = folded !== '' && labels.findIndex((other) => foldText(other.text) === folded) < index;
    if (!repeated) return [];
    const details = { key: target.key, label: text, language };
    return [{ severity: 'blocking', target, place: labelPlace, code: 'option-label-repeated', details }];
  });
}

/** SPSS and SQL do not tell Q1 from q1. */
function keysThatDifferByCase(study: Study): readonly Finding[] {
  const first = new Map<string, string>();
  const columns = [
    ...study.items.map(({ key }, index) => ({ key, kind: 'item', place: `items[${index}].key` }) as const),
    ...(study.questions ?? []).map(
      ({ key }, index) => ({ key, kind: 'question', place: `questions[${index}].key` }) as const,
    ),
  ];
  return columns.flatMap(({ key, kind, place }) => {
    const other = first.get(key.toLowerCase());
    first.set(key.toLowerCase(), other ?? key);
    if (other === undefined || other === key) return [];
    const details = { key, first: other };
    return [
      { severity: 'remark', target: { kind, key }, place, code: 'keys-differ-by-case', details } as const,
    ];
  });
}
