import { runAnalysis } from '../../../actions/run-analysis.ts';
import { actorOf, type Handler, type PageContext } from '../../page-context.ts';
import { render } from '../../render.ts';
import { readOptions } from './read-options.ts';
import { type StatisticsInput, statisticsInput } from './statistics-input.ts';
import type { StatisticsTab } from './statistics-links.ts';

type Request = Parameters<Handler>[0];

/** Runs (or finds again) the analysis that an address asks for. */
export async function inputOf(
  request: Request,
  context: PageContext,
  tab: StatisticsTab,
): Promise<StatisticsInput> {
  const actor = actorOf(context);
  const options = readOptions(request.query);
  const number = String(request.params.number);
  const { softwareVersion } = context.config;
  const { version, study, report } = await runAnalysis(
    context.deps,
    actor,
    number,
    options.analysis,
    softwareVersion,
  );
  return statisticsInput({ t: context.t, role: actor.role, study, version, options, tab, report });
}

/** A tab that shows a report: one view model, one template. */
export function showTab(
  tab: Extract<StatisticsTab, 'overview' | 'items' | 'correlations' | 'model' | 'downloads'>,
  viewOf: (input: StatisticsInput) => object,
): Handler {
  return async (request, response, context) => {
    const input = await inputOf(request, context, tab);
    const head = {
      title: `${context.t(`statistics:tab-${tab}`)} – ${context.t('statistics:title')}`,
      styles: ['css/statistics.css'],
      modules: ['js/options.js'],
    };
    await render(request, response, context, `statistics/${tab}`, head, viewOf(input));
  };
}
