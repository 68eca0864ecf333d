// npm run bench: ratios within one run, medians of five interleaved rounds. Machines differ and are noisy; ratios hold.

import { benchPages, benchSubmissions, benchViewsDuringSubmissions } from './pages.ts';
import { print } from './report.ts';
import { benchStatistics } from './statistics.ts';
import { benchStatisticsAgainstR } from './statistics-vs-r.ts';

const sections = {
  pages: ['Questionnaire page, 30 items, 32 clients', benchPages],
  submissions: ['Submissions of 30 answers, committed FULL, 32 clients', benchSubmissions],
  mixed: ['Page views (8 clients) during submissions (16 clients)', benchViewsDuringSubmissions],
  statistics: ['100,000 submissions of 30 answers', benchStatistics],
  'statistics-vs-r': ['The statistics library against R, on the same data', benchStatisticsAgainstR],
} as const;

const wanted = process.argv.slice(2);
for (const [name, [title, run]] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  print(title, await run());
}
