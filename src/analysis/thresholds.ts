// A threshold is a convention that somebody wrote down, so it comes with its name; it makes a remark and never a verdict.

export interface Threshold {
  readonly name:
    | 'low-alpha'
    | 'high-alpha'
    | 'low-item-rest'
    | 'cases-lost'
    | 'few-cases'
    | 'fewest-cases'
    | 'alpha-gain';
  readonly value: number;
  readonly source: string;
}

export const THRESHOLDS: readonly Threshold[] = [
  { name: 'low-alpha', value: 0.7, source: 'Nunnally 1978, Psychometric Theory, 2nd ed., p. 245' },
  {
    name: 'high-alpha',
    value: 0.95,
    source:
      'Tavakol & Dennick 2011, International Journal of Medical Education 2, 53–55, doi:10.5116/ijme.4dfb.8dfd',
  },
  {
    name: 'low-item-rest',
    value: 0.3,
    source: 'Nunnally & Bernstein 1994, Psychometric Theory, 3rd ed., ch. 8',
  },
  {
    name: 'cases-lost',
    value: 0.05,
    source: 'Schafer 1999, Statistical Methods in Medical Research 8, 3–15, doi:10.1177/096228029900800102',
  },
  {
    name: 'few-cases',
    value: 100,
    source: 'convention of this program; the confidence interval tells how sure a number is',
  },
  {
    name: 'fewest-cases',
    value: 10,
    source: 'convention of this program: below it no remark is made of a construct or an item',
  },
  { name: 'alpha-gain', value: 0.02, source: 'convention of this program' },
];

export function threshold(name: Threshold['name']): number {
  return THRESHOLDS.find((candidate) => candidate.name === name)!.value;
}
