import { expect, it } from 'vitest';
import { publishFindings } from '../../../src/domain/publish-check.ts';
import { attachment } from '../../../src/web/pages/study/attachment-name.ts';
import { fieldOfPlace } from '../../../src/web/pages/study/field-of-place.ts';
import { exampleStudy } from '../../domain/edit/example-study.ts';

it.each([
  ['items[1].text.fa', 'items', 'text:fa:A2'],
  ['items[1].key', 'items', 'part:A2'],
  ['items[99].text.fa', 'items', ''],
  ['scales[0].options[2].label.en', 'scales', 'option:en:agreement:3'],
  ['questions[0].noAnswer.fa', 'questions', 'no-answer:fa:G1'],
  ['paradigm.roles[0].label.en', 'paradigm', 'label:en:causal'],
  ['paths[0].to', 'paths', 'target:H1'],
  ['paths[1].path', 'paths', 'target:H2'],
  ['consent.text.en', 'consent', 'consent:en'],
  ['title.fa', 'paradigm', 'title:fa'],
  ['source.url', 'paradigm', 'url'],
  ['pages', 'pages', ''],
  ['constructor[0].x', 'paradigm', ''],
])('leads from %s to the tab %s and the field %s', (place, tab, field) => {
  expect(fieldOfPlace(exampleStudy(), place)).toEqual({ tab, field });
});

it('finds a tab for everything that the check before publishing can say of an empty draft', () => {
  const blank = { ...exampleStudy(), consent: { text: {} }, paths: [], title: {} };
  const holes = { ...blank, items: blank.items.map((item) => ({ ...item, text: {} })) };
  const findings = publishFindings(holes);
  expect(findings.length).toBeGreaterThan(10);
  for (const { place } of findings) expect(fieldOfPlace(holes, place).tab, place).toBeTruthy();
});

it('names a download so that no quote, line end or script of the name can break out of the header', () => {
  expect(attachment('پژوهش "x"\r\nSet-Cookie: a=b; (1).json')).toBe(
    'attachment; filename="_______x___Set-Cookie__a_b___1_.json"; ' +
      "filename*=UTF-8''%D9%BE%DA%98%D9%88%D9%87%D8%B4%20%22x%22%0D%0ASet-Cookie%3A%20a%3Db%3B%20%281%29.json",
  );
});
