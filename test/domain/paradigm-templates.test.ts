import { describe, expect, test } from 'vitest';
import { checkStudy } from '../../src/domain/check-study.ts';
import { emptyStudy } from '../../src/domain/empty-study.ts';
import { PARADIGM_TEMPLATES, paradigmTemplate } from '../../src/domain/paradigm-templates.ts';

test('the six parts of 1990 are the default, and an unknown template is undefined', () => {
  expect(PARADIGM_TEMPLATES.map(({ key }) => key)).toEqual([
    'strauss-corbin-1990',
    'corbin-strauss-2015',
    'free',
  ]);
  expect(PARADIGM_TEMPLATES[0]?.roles.map(({ kind }) => kind)).toEqual([
    'condition',
    'core',
    'condition',
    'condition',
    'action',
    'outcome',
  ]);
  expect(paradigmTemplate('glaser')).toBeUndefined();
});

describe.each(PARADIGM_TEMPLATES)('$key', (template) => {
  test('has every text in English and Persian', () => {
    for (const text of [template.label, template.description, ...template.roles.map(({ label }) => label)]) {
      expect(text.en?.trim()).toBeTruthy();
      expect(text.fa).toMatch(/[\u0600-\u06ff]/);
      expect(text.fa).not.toMatch(/[يك]/);
    }
  });

  test('makes a sound study, with words in the languages that we have and gaps in the others', () => {
    const study = emptyStudy(template, 'mine', ['fa-IR', 'de'], { de: 'Titel' });
    expect(checkStudy(study)).toEqual([]);
    expect(study.scales[0]?.options.map(({ label }) => label)).toEqual([
      { 'fa-IR': 'کاملاً مخالفم', de: '' },
      { 'fa-IR': 'مخالفم', de: '' },
      { 'fa-IR': 'نه موافق نه مخالف', de: '' },
      { 'fa-IR': 'موافقم', de: '' },
      { 'fa-IR': 'کاملاً موافقم', de: '' },
    ]);
    expect(Object.keys(study.consent.text)).toEqual(['fa-IR', 'de']);
    expect(study.paradigm.template).toBe(template.key);
  });
});
