import { exploreAnswers, exploreOf } from '../../../actions/explore-answers.ts';
import { runAnalysis } from '../../../actions/run-analysis.ts';
import { writeTableCsv } from '../../../formats/csv/write-table-csv.ts';
import { actorOf, type Handler, type PageContext } from '../../page-context.ts';
import { render } from '../../render.ts';
import { requireKnownOptions, send } from './download-results.ts';
import { exploreView } from './explore.view.ts';
import { exploreTable } from './explore-table.ts';
import { statisticsFrame } from './frame.view.ts';
import { nothingWords } from './items.view.ts';
import { optionsQuery, readOptions } from './read-options.ts';
import { tableCsvOf } from './result-table.ts';
import { statisticsInput } from './statistics-input.ts';
import { statisticsLinks } from './statistics-links.ts';

type Request = Parameters<Handler>[0];

async function explored(request: Request, context: PageContext) {
  const { t, deps, config } = context;
  const actor = actorOf(context);
  const options = readOptions(request.query);
  const number = String(request.params.number);
  const text = (name: string) => {
    const value = request.query[name];
    return typeof value === 'string' ? value.slice(0, 200) : '';
  };
  const wanted = { of: text('of'), by: text('by') };
  const found = await exploreAnswers(deps, actor, number, options.analysis, wanted);
  const { report } = await runAnalysis(deps, actor, number, options.analysis, config.softwareVersion);
  const { study, version, unknown } = found;
  const input = statisticsInput({
    t,
    role: actor.role,
    study,
    version,
    options,
    tab: 'explore',
    unknown,
    report,
  });
  const table = {
    t,
    study,
    labels: input.labels,
    conditions: input.conditions,
    choice: found.choice,
    report: found.report,
  };
  return { input, table, wanted };
}

export const showExplore: Handler = async (request, response, context) => {
  const { input, table } = await explored(request, context);
  const { of, by } = table.choice;
  const query = optionsQuery(input.options, {
    of: exploreOf(of),
    by: typeof by === 'string' ? by : `q.${by.question}`,
  });
  const csvHref = statisticsLinks(input.study.key, input.version.number, query).table('explore');
  const view = exploreView(table, statisticsFrame(input), nothingWords(input), csvHref);
  const head = {
    title: `${context.t('statistics:tab-explore')} – ${context.t('statistics:title')}`,
    styles: ['css/statistics.css'],
    modules: ['js/options.js', 'js/explore.js'],
  };
  await render(request, response, context, 'statistics/explore', head, view);
};

export const downloadExplore: Handler = async (request, response, context) => {
  const { input, table } = await explored(request, context);
  requireKnownOptions([...input.options.unknown, ...(input.unknown ?? [])]);
  const { header, rows } = tableCsvOf(exploreTable(table));
  const { of } = table.choice;
  const what = 'item' in of ? `item-${of.item}` : `construct-${of.construct}`;
  const name = `${input.study.key}-v${input.version.number}-explore-${what}.csv`;
  send(response, name, 'text/csv; charset=utf-8', writeTableCsv(header, rows, { excelSafe: true }));
};
