import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findStatistics, nearestWords } from '../../../src/analysis/catalogue/find-statistics.ts';
import { readmeStatistics } from '../../../src/analysis/catalogue/readme-statistics.ts';
import { STATISTICS } from '../../../src/analysis/catalogue/statistics.ts';
import { sourceFiles } from '../../guards/source-files.ts';

/** Checked by themselves, but parts of statistics: nobody asks for one of them by name. */
const KERNELS: readonly RegExp[] = [
  /^(distributions|linalg|random|resampling)\//,
  /^correlation\/(polychoric-influence-matrix|polychoric-thresholds)\.ts$/,
  /^factor\/gradient-projection\.ts$/,
  /^sem\/(expression|implied-moments|normal-discrepancy|optimise|parameter-results|parameter-table|robust-scores|saturated-moments)\.ts$/,
  /^descriptive\/(byte|complete|wasm)-/,
];

/** The doc comment of a public function says what it was checked against; that of a kernel need not. */
const SAYS_CHECKED = /^ \* checked\s/m;

/** A slip of the pen in an identifier shows here as one more. */
const OWN_IDENTIFIERS: readonly string[] = [
  'doi:10.1016/j.jclinepi.2006.03.012',
  'doi:10.1016/j.jrp.2004.09.009',
  'doi:10.1037/0033-2909.86.2.420',
  'doi:10.1037/1040-3590.7.3.309',
  'doi:10.1037/1082-989X.7.2.147',
  'doi:10.1037/1082-989X.8.3.322',
  'doi:10.1080/00273171.2014.933697',
  'doi:10.1080/00401706.1964.10490181',
  'doi:10.1080/01621459.1952.10483441',
  'doi:10.1080/10705519809540115',
  'doi:10.1093/biomet/34.1-2.28',
  'doi:10.1093/biomet/38.3-4.330',
  'doi:10.1109/TAC.1974.1100705',
  'doi:10.1111/j.1745-3984.1990.tb00754.x',
  'doi:10.1207/S15328007SEM0904_8',
  'doi:10.1207/s15327906mbr1002_5',
  'doi:10.1214/aoms/1177730491',
  'doi:10.1214/aos/1176344136',
  'doi:10.2307/1412159',
  'doi:10.3758/s13428-018-1055-2',
];

const named = new Set(STATISTICS.flatMap(({ files }) => files));

describe('the catalogue', () => {
  it('names files that exist', () => {
    expect([...named].filter((file) => !existsSync(`src/statistics/${file}`))).toEqual([]);
  });

  it('knows every public function of the library, by its file', () => {
    const unknown = sourceFiles('src/statistics', '.ts')
      .filter(({ text }) => SAYS_CHECKED.test(text))
      .map(({ path }) => path.replace('src/statistics/', ''))
      .filter((file) => !named.has(file) && !KERNELS.some((kernel) => kernel.test(file)));
    expect(unknown).toEqual([]);
  });

  it('has keys that are small words with dashes, each once', () => {
    const keys = STATISTICS.map(({ key }) => key);
    expect(keys.filter((key) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('tells of each what a reader needs, in sentences', () => {
    const poor = STATISTICS.filter(
      ({ definition, range, missing, source, checked }) =>
        !/[.)]$/.test(definition) || [range, missing, source, checked].some((text) => text.trim().length < 3),
    );
    expect(poor.map(({ key }) => key)).toEqual([]);
  });

  it('cites works: a year each, and an identifier that looks like one', () => {
    const odd = STATISTICS.filter(
      ({ source }) => source !== 'convention of this program' && !/\b(19|20)\d\d\b/.test(source),
    );
    expect(odd.map(({ key }) => key)).toEqual([]);
    const identifiers = STATISTICS.flatMap(({ source }) => source.match(/doi:\S+/g) ?? []);
    expect(identifiers.filter((doi) => !/^doi:10\.\d{4,}\/[^\s;,]+[;,]?$/.test(doi))).toEqual([]);
  });

  it('cites what the library cites, but for works that only a reader of the catalogue needs', () => {
    const library = sourceFiles('src/statistics', '.ts')
      .map(({ text }) => text.toLowerCase())
      .join('\n');
    const own = STATISTICS.flatMap(({ source }) => source.match(/doi:[^\s;,]+/g) ?? []).filter(
      (doi) => !library.includes(doi.toLowerCase()),
    );
    expect([...new Set(own)].sort()).toEqual(OWN_IDENTIFIERS);
  });
});

describe('finding a statistic', () => {
  it.each([
    ['omega', ['omega-total', 'omega-total-observed', 'omega-hierarchical', 'categorical-omega']],
    ['alpha', ['cronbach-alpha', 'standardized-alpha', 'ordinal-alpha', 'krippendorff-alpha']],
    ['htmt', ['htmt-plus', 'htmt-signed', 'htmt2']],
    ['kmo', ['kaiser-meyer-olkin']],
    ['rmsea', ['rmsea', 'robust-fit-indices', 'rmsea-power']],
    ['AVE', ['average-variance-extracted', 'fornell-larcker']],
    ['sem', ['sem', 'standard-error-of-measurement']],
    ['cronbach alpha', ['cronbach-alpha']],
    ['omega-hierarchical', ['omega-hierarchical']],
    ['parallel analysis', ['parallel-analysis', 'parallel-analysis-factors']],
  ])('by the word %s', (word, expected) => {
    expect(findStatistics(word).map(({ key }) => key)).toEqual(expect.arrayContaining(expected));
  });

  it('takes a whole key for that one alone', () => {
    expect(findStatistics('cronbach-alpha').map(({ key }) => key)).toEqual(['cronbach-alpha']);
  });

  it('does not take a word of a longer name for the name', () => {
    expect(findStatistics('omega').map(({ key }) => key)).not.toContain('anova');
  });

  it('finds nothing for what is not there, and says what is near', () => {
    expect(findStatistics('omga')).toEqual([]);
    expect(nearestWords('omga')[0]).toBe('omega');
    expect(nearestWords('krippendorf')).toContain('krippendorff-alpha');
    expect(findStatistics('')).toEqual([]);
  });
});

describe('the README', () => {
  it('has between its marks what the catalogue says', () => {
    const readme = readFileSync('README.md', 'utf8');
    const block = /<!-- statistics:begin -->\n([\s\S]*?)\n<!-- statistics:end -->/.exec(readme)?.[1];
    if (block !== undefined) expect(block.trim()).toBe(readmeStatistics());
  });

  it('gets one line for each statistic', () => {
    const lines = readmeStatistics().split('\n');
    expect(lines.filter((line) => line.startsWith('| `')).length).toBe(STATISTICS.length + headings());
  });
});

function headings(): number {
  return new Set(STATISTICS.map(({ group }) => group)).size;
}
