import { fault } from '../../../domain/fault.ts';
import { problems } from '../../../domain/problem.ts';
import { writeTableCsv } from '../../../formats/csv/write-table-csv.ts';
import type { Handler, PageContext } from '../../page-context.ts';
import { attachment } from '../study/attachment-name.ts';
import { likertSvg, usedScales } from './likert.view.ts';
import { pathsSvg } from './paths.view.ts';
import { tableCsvOf } from './result-table.ts';
import { inputOf } from './show-tab.ts';
import type { StatisticsInput } from './statistics-input.ts';
import { tableBuilders } from './table-by-id.ts';

type Request = Parameters<Handler>[0];
type Response = Parameters<Handler>[1];

/** A file has no room for a sentence about an option that does not exist, so it is refused there. */
export function requireKnownOptions(unknown: readonly string[]): void {
  if (unknown.length > 0) throw problems.invalid(unknown.map((option) => fault(option, 'field-not-valid')));
}

async function knownInput(request: Request, context: PageContext): Promise<StatisticsInput> {
  const input = await inputOf(request, context, 'downloads');
  requireKnownOptions(input.options.unknown);
  return input;
}

export function send(response: Response, name: string, type: string, text: string): void {
  response.setHeader('Content-Disposition', attachment(name));
  response.setHeader('Cache-Control', 'no-store');
  response.type(type).send(text);
}

export const downloadTable: Handler = async (request, response, context) => {
  const input = await knownInput(request, context);
  const id = nameBefore(request.params.file, '.csv');
  const build = tableBuilders(input).get(id);
  if (!build) throw problems.pageUnknown();
  const { header, rows } = tableCsvOf(build());
  const name = `${input.study.key}-v${input.version.number}-${id}.csv`;
  send(response, name, 'text/csv; charset=utf-8', writeTableCsv(header, rows, { excelSafe: true }));
};

export const downloadFigure: Handler = async (request, response, context) => {
  const input = await knownInput(request, context);
  const id = nameBefore(request.params.file, '.svg');
  const scale = usedScales(input).find(({ key }) => `likert-${key}` === id);
  const hasPaths = id === 'paths' && input.report.hypotheses.length > 0;
  if (!scale && !hasPaths) throw problems.pageUnknown();
  const svg = scale ? likertSvg(input, scale, 'file') : pathsSvg(input, 'file');
  send(
    response,
    `${input.study.key}-v${input.version.number}-${id}.svg`,
    'image/svg+xml; charset=utf-8',
    svg,
  );
};

export const downloadReport: Handler = async (request, response, context) => {
  const input = await knownInput(request, context);
  const name = `${input.study.key}-v${input.version.number}-report.json`;
  send(response, name, 'application/json; charset=utf-8', `${JSON.stringify(input.report, null, 2)}\n`);
};

function nameBefore(file: unknown, ending: string): string {
  return typeof file === 'string' && file.endsWith(ending) ? file.slice(0, -ending.length) : '';
}
