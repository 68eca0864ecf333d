import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkStudy } from '../../../src/domain/check-study.ts';
import { publishFindings } from '../../../src/domain/publish-check.ts';
import type { Study } from '../../../src/domain/study.ts';
import { readStudyFile } from '../../../src/formats/study-file/read-study-file.ts';
import { writeStudyFile } from '../../../src/formats/study-file/write-study-file.ts';
import { arbitraryStudy } from './arbitrary-study.ts';
import { smallStudy } from './small-study.ts';

test('what was written is read back as the same study, and written again as the same text', () => {
  let withPaths = 0;
  fc.assert(
    fc.property(arbitraryStudy, (study) => {
      expect(checkStudy(study)).toEqual([]);
      const text = writeStudyFile(study);
      const read = readStudyFile(text);
      expect(read).toEqual({ study });
      expect(writeStudyFile((read as { study: Study }).study)).toBe(text);
      publishFindings(study);
      withPaths += study.paths.length > 1 ? 1 : 0;
    }),
    { numRuns: 300 },
  );
  // The generator does make the rare shapes.
  expect(withPaths).toBeGreaterThan(10);
});

test('the order of fields and of languages does not matter to what is written', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, entry]) => [name, reversed(entry)]),
    );
  };
  fc.assert(
    fc.property(arbitraryStudy, (study) => {
      const shuffled = reversed(study) as Study;
      expect(writeStudyFile(shuffled)).toBe(writeStudyFile(study));
      expect(readStudyFile(JSON.stringify(shuffled))).toEqual({ study });
    }),
    { numRuns: 50 },
  );
});

test('the text is indented by two spaces, has no undefined fields and ends in one line feed', () => {
  const text = writeStudyFile({ ...smallStudy, thanks: undefined, layout: undefined });
  expect(
    text.startsWith('{\n  "format": "axial-study",\n  "formatVersion": 1,\n  "key": "two-traits",'),
  ).toBe(true);
  expect(text.endsWith('\n}\n')).toBe(true);
  expect(text).not.toContain('undefined');
  expect(text).not.toContain('thanks');
});

test('a byte order mark and Windows line ends are tolerated', () => {
  const text = `\uFEFF${writeStudyFile(smallStudy).replaceAll('\n', '\r\n')}`;
  expect(readStudyFile(text)).toEqual({ study: smallStudy });
});

test('texts are kept as they are typed', () => {
  const odd = ' يك\u200cكتاب "><script>alert(1)</script> e\u0301 \u202e ';
  const read = readStudyFile(writeStudyFile({ ...smallStudy, title: { en: odd } }));
  expect((read as { study: Study }).study.title.en).toBe(odd);
});

test('texts stand in the order of the study’s languages, other languages after them', () => {
  const title = { ckb: 'c', de: 'd', en: 'e', fa: 'f' };
  const text = writeStudyFile({ ...smallStudy, languages: ['fa', 'en'], title });
  expect(text).toMatch(/"title": \{\s+"fa": "f",\s+"en": "e",\s+"ckb": "c",\s+"de": "d"\s+\}/);
});

test('minus zero is read as zero, which is what is written for it', () => {
  const [scale] = smallStudy.scales;
  const fromZero = {
    ...scale!,
    options: scale!.options.map((option, index) => ({ ...option, value: index })),
  };
  const study = { ...smallStudy, scales: [fromZero] };
  expect(readStudyFile(writeStudyFile(study).replace('"value": 0', '"value": -0'))).toEqual({ study });
});
