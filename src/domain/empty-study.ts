import type { LocalizedText } from './localized-text.ts';
import type { ParadigmTemplate } from './paradigm-templates.ts';
import type { AnswerScale, Key, Study } from './study.ts';

/**
 * A study with the parts and arrows of a template, a five-point agreement scale and a consent text to go on from; no categories,
 * constructs or items yet. It passes checkStudy when the key and the languages are well formed.
 */
export function emptyStudy(
  template: ParadigmTemplate,
  key: Key,
  languages: readonly string[],
  title: LocalizedText,
): Study {
  const only = (text: LocalizedText) => inLanguages(text, languages);
  return {
    format: 'axial-study',
    formatVersion: 1,
    key,
    languages: [...languages],
    title,
    paradigm: {
      template: template.key,
      roles: template.roles.map((role) => ({ ...role, label: only(role.label) })),
      relations: template.relations,
    },
    categories: [],
    scales: [
      {
        ...agreementScale,
        label: only(agreementScale.label),
        options: agreementScale.options.map(({ value, label }) => ({ value, label: only(label) })),
        noAnswer: only(agreementScale.noAnswer),
      },
    ],
    constructs: [],
    items: [],
    pages: [],
    consent: { text: only(consentText) },
    paths: [],
    layout: 'adaptive',
  };
}

/** The text in the languages asked for; in a language that we have no words in, an empty text that publishing asks for. */
function inLanguages(text: LocalizedText, languages: readonly string[]): LocalizedText {
  return Object.fromEntries(
    languages.map((language) => [language, text[language] ?? text[language.split('-')[0] ?? ''] ?? '']),
  );
}

/** Disagreement first: people lean to the start of a scale, and to agreeing. The midpoint says "neither", not "no opinion". */
const agreementScale: Required<AnswerScale> = {
  key: 'agreement',
  label: { en: 'Agreement, five points', fa: 'موافقت، پنج‌درجه‌ای' },
  options: [
    { value: 1, label: { en: 'Strongly disagree', fa: 'کاملاً مخالفم' } },
    { value: 2, label: { en: 'Disagree', fa: 'مخالفم' } },
    { value: 3, label: { en: 'Neither agree nor disagree', fa: 'نه موافق نه مخالف' } },
    { value: 4, label: { en: 'Agree', fa: 'موافقم' } },
    { value: 5, label: { en: 'Strongly agree', fa: 'کاملاً موافقم' } },
  ],
  noAnswer: { en: 'No answer', fa: 'پاسخی ندارم' },
};

/** True of what this program stores, whatever the study; who asks, and why, is for the researcher to add. */
const consentText: LocalizedText = {
  en: `Thank you for your interest in this questionnaire.

Taking part is voluntary. You may leave out any question and stop whenever you like; the pages that you have sent by then stay stored.

This is stored: your answers, the version and language of the questionnaire, how the options were laid out on your screen, which text you agreed to, and the date (the day only). Your name and your internet address (IP) are not stored.

The answers are used for research, and results are shown as summaries of all answers.`,
  fa: `از توجه شما به این پرسشنامه سپاسگزاریم.

شرکت در آن دلخواه است. هر پرسشی را می‌توانید بی‌پاسخ بگذارید و هر زمان که بخواهید می‌توانید کنار بروید؛ صفحه‌هایی که تا آن زمان فرستاده‌اید ذخیره می‌ماند.

این‌ها ذخیره می‌شود: پاسخ‌های شما، نسخه و زبان پرسشنامه، شیوهٔ نمایش گزینه‌ها در صفحهٔ شما، متنی که با آن موافقت کرده‌اید و تاریخ روز. نام و نشانی اینترنتی شما (IP) ذخیره نمی‌شود.

پاسخ‌ها برای پژوهش به کار می‌رود و نتیجه به صورت جمع‌بندی همهٔ پاسخ‌ها نشان داده می‌شود.`,
};
