import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportAnswers } from '../../../actions/export-answers.ts';
import { problems } from '../../../domain/problem.ts';
import { actorOf, type Handler } from '../../page-context.ts';
import { attachment } from '../study/attachment-name.ts';
import { requireKnownOptions } from './download-results.ts';
import { readOptions } from './read-options.ts';

/** answers-raw.csv and answers-scored.csv: gaps=words|empty, for=programs|excel, and the options of the pages. */
export const downloadAnswers: Handler = async (request, response, context) => {
  const kind = request.params.kind;
  if (kind !== 'raw.csv' && kind !== 'scored.csv') throw problems.pageUnknown();
  const options = readOptions(request.query);
  const unknown = [...options.unknown];
  const choose = (name: string, choices: readonly string[]): string => {
    const value = request.query[name] ?? choices[0];
    if (typeof value === 'string' && choices.includes(value)) return value;
    unknown.push(`${name}=${String(value).slice(0, 40)}`);
    return choices[0]!;
  };
  const missingAs = choose('gaps', ['words', 'empty']) === 'empty' ? 'empty' : 'words';
  const excelSafe = choose('for', ['programs', 'excel']) === 'excel';
  requireKnownOptions(unknown);
  const actor = actorOf(context);
  const name = kind === 'raw.csv' ? 'raw' : 'scored';
  const { version, csv } = await exportAnswers(context.deps, actor, String(request.params.number), name, {
    analysis: options.analysis,
    missingAs,
    excelSafe,
  });
  response.setHeader(
    'Content-Disposition',
    attachment(`${actor.study.key}-v${version.number}-answers-${name}.csv`),
  );
  response.setHeader('Cache-Control', 'no-store');
  response.type('text/csv; charset=utf-8');
  try {
    await pipeline(Readable.from(csv), response);
  } catch (error) {
    // The reader of a download who leaves is no fault of ours.
    if (!response.destroyed) throw error;
  }
};
