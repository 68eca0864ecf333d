import type { Fault } from './fault.ts';
import type { LocalizedText } from './localized-text.ts';
import type { Finding, FindingTarget } from './publish-check.ts';
import type { ScaleOption, Study } from './study.ts';

type Details = Fault['details'];

/** Texts that are missing in a language of the study. What respondents read blocks; what only researchers read is a remark. */
export function textFindings(study: Study): readonly Finding[] {
  const findings: Finding[] = [];

  function require(
    severity: Finding['severity'],
    target: FindingTarget,
    place: string,
    code: string,
    text: LocalizedText | undefined,
    details: Details = {},
  ): void {
    for (const language of study.languages) {
      if ((text?.[language] ?? '').trim() !== '') continue;
      findings.push({
        severity,
        target,
        place: `${place}.${language}`,
        code,
        details: { ...details, key: target.key, language },
      });
    }
  }
  /** A text that may be left out, but not in one language only: the others would read a language they did not choose. */
  function requireAllOrNone(target: FindingTarget, place: string, code: string, text?: LocalizedText): void {
    const shown = study.languages.some((language) => (text?.[language] ?? '').trim() !== '');
    if (shown) require('blocking', target, place, code, text);
  }
  function requireOptions(
    target: FindingTarget,
    place: string,
    options: readonly ScaleOption[],
    noAnswer?: LocalizedText,
  ): void {
    options.forEach(({ value, label }, index) => {
      const optionPlace = `${place}.options[${index}].label`;
      require('blocking', target, optionPlace, 'option-label-missing', label, { value });
    });
    if (noAnswer) require('blocking', target, `${place}.noAnswer`, 'no-answer-label-missing', noAnswer);
  }

  const whole: FindingTarget = { kind: 'study', key: '' };
  const consent: FindingTarget = { kind: 'consent', key: '' };
  const scalesInUse = new Set(study.constructs.map((construct) => construct.scale));

  require('blocking', whole, 'title', 'title-missing', study.title);
  require('blocking', consent, 'consent.text', 'consent-missing', study.consent.text);
  requireAllOrNone(consent, 'consent.contact', 'contact-incomplete', study.consent.contact);
  study.items.forEach(({ key, text }, index) => {
    require('blocking', { kind: 'item', key }, `items[${index}].text`, 'item-text-missing', text);
  });
  study.questions?.forEach(({ key, text, options, noAnswer }, index) => {
    const target: FindingTarget = { kind: 'question', key };
    require('blocking', target, `questions[${index}].text`, 'question-text-missing', text);
    requireOptions(target, `questions[${index}]`, options, noAnswer);
  });
  study.scales.forEach(({ key, options, noAnswer }, index) => {
    if (scalesInUse.has(key)) requireOptions({ kind: 'scale', key }, `scales[${index}]`, options, noAnswer);
  });
  study.pages.forEach(({ key, title, intro }, index) => {
    const target: FindingTarget = { kind: 'page', key };
    requireAllOrNone(target, `pages[${index}].title`, 'page-title-incomplete', title);
    requireAllOrNone(target, `pages[${index}].intro`, 'page-intro-incomplete', intro);
  });
  requireAllOrNone(consent, 'thanks', 'thanks-incomplete', study.thanks);

  study.paradigm.roles.forEach(({ key, label }, index) => {
    require('remark', { kind: 'role', key }, `paradigm.roles[${index}].label`, 'role-label-missing', label);
  });
  study.categories.forEach(({ key, label }, index) => {
    require('remark', {
      kind: 'category',
      key,
    }, `categories[${index}].label`, 'category-label-missing', label);
  });
  study.constructs.forEach(({ key, label }, index) => {
    require('remark', {
      kind: 'construct',
      key,
    }, `constructs[${index}].label`, 'construct-label-missing', label);
  });
  return findings;
}
