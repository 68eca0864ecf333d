import type { StatisticSource } from '../../../analysis/statistic-sources.ts';
import type { Threshold } from '../../../analysis/thresholds.ts';
import { mayDo } from '../../../domain/permission.ts';
import { links } from '../../links.ts';
import { type StatisticsFrame, statisticsFrame } from './frame.view.ts';
import { usedScales } from './likert.view.ts';
import { pathsTitle } from './paths.view.ts';
import type { StatisticsInput } from './statistics-input.ts';
import { tableBuilders } from './table-by-id.ts';

export interface Download {
  readonly label: string;
  readonly href: string;
}

export interface DownloadsView {
  readonly frame: StatisticsFrame;
  readonly conditions: string;
  readonly mayDownload: boolean;
  readonly answers: readonly Download[];
  readonly tables: ReadonlyArray<{ title: string; files: readonly Download[] }>;
  readonly report: string;
  readonly studyFile: string;
  readonly software: string;
  readonly sources: readonly StatisticSource[];
  readonly thresholds: ReadonlyArray<Threshold & { readonly shown: string }>;
}

export function downloadsView(input: StatisticsInput): DownloadsView {
  const { t, to, study, version, report, role, conditions } = input;
  const { softwareVersion, answersStamp, sources, thresholds } = report.provenance;
  const csv = (id: string): Download => ({ label: t('statistics:download-csv'), href: to.table(id) });
  const svg = (id: string): Download => ({ label: t('statistics:download-svg'), href: to.figure(id) });
  const figures = new Map([
    ...usedScales(input).map(({ key }): [string, string] => [`likert-${key}`, `likert-${key}`]),
  ]);
  return {
    frame: statisticsFrame(input),
    conditions,
    mayDownload: mayDo(role, 'download-answers'),
    answers: [
      { label: t('statistics:downloads-raw'), href: to.answers('raw', 'gaps=words') },
      { label: t('statistics:downloads-raw-empty'), href: to.answers('raw', 'gaps=empty') },
      { label: t('statistics:downloads-raw-excel'), href: to.answers('raw', 'gaps=words&for=excel') },
      { label: t('statistics:downloads-scored'), href: to.answers('scored', 'for=programs') },
      { label: t('statistics:downloads-scored-excel'), href: to.answers('scored', 'for=excel') },
    ],
    tables: [
      ...[...tableBuilders(input)].map(([id, build]) => {
        const figure = figures.get(id);
        return { title: build().title, files: [csv(id), ...(figure ? [svg(figure)] : [])] };
      }),
      ...(report.hypotheses.length > 0 ? [{ title: pathsTitle(input), files: [svg('paths')] }] : []),
    ],
    report: to.report(),
    studyFile: links.versionFile(study.key, version.number),
    software: t('statistics:provenance-software', { version: softwareVersion, stamp: answersStamp }),
    sources,
    thresholds: thresholds.map((threshold) => ({ ...threshold, shown: String(threshold.value) })),
  };
}
