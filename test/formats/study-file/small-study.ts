import type { Study } from '../../../src/domain/study.ts';

const label = (en: string) => ({ en });

/** Two traits, five items each, two of them reverse: a personality inventory in small. Ready to be published. */
export const smallStudy: Study = {
  format: 'axial-study',
  formatVersion: 1,
  key: 'two-traits',
  languages: ['en'],
  title: label('Two traits'),
  paradigm: {
    template: 'free',
    roles: [{ key: 'concepts', kind: 'other', label: label('Concepts') }],
    relations: [],
  },
  categories: [
    { key: 'agreeable', role: 'concepts', label: label('Agreeableness') },
    { key: 'neurotic', role: 'concepts', label: label('Neuroticism') },
  ],
  scales: [
    {
      key: 'accuracy',
      options: [
        'Very inaccurate',
        'Moderately inaccurate',
        'Slightly inaccurate',
        'Slightly accurate',
        'Moderately accurate',
        'Very accurate',
      ].map((words, index) => ({ value: index + 1, label: label(words) })),
    },
  ],
  constructs: [
    {
      key: 'A',
      category: 'agreeable',
      label: label('Agreeableness'),
      measurement: 'reflective',
      scale: 'accuracy',
    },
    {
      key: 'N',
      category: 'neurotic',
      label: label('Neuroticism'),
      measurement: 'reflective',
      scale: 'accuracy',
    },
  ],
  items: [
    { key: 'A1', construct: 'A', text: label('I am indifferent to the feelings of others.'), reverse: true },
    { key: 'A2', construct: 'A', text: label('I ask how others are doing.'), reverse: false },
    { key: 'A3', construct: 'A', text: label('I know how to comfort others.'), reverse: false },
    { key: 'N1', construct: 'N', text: label('I get angry easily.'), reverse: false },
    { key: 'N2', construct: 'N', text: label('I stay calm under pressure.'), reverse: true },
    { key: 'N3', construct: 'N', text: label('I panic easily.'), reverse: false },
  ],
  questions: [
    {
      key: 'group',
      text: label('Which group are you in?'),
      options: [
        { value: 1, label: label('First') },
        { value: 2, label: label('Second') },
      ],
    },
  ],
  pages: [
    { key: 'p1', items: ['A1', 'N1', 'A2', 'N2', 'A3', 'N3'] },
    { key: 'p2', items: ['group'] },
  ],
  consent: { text: label('Do you agree?'), contact: label('Ask us.') },
  paths: [{ key: 'H1', kind: 'direct', from: 'A', to: 'N', sign: '-' }],
};
