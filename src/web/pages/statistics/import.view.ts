import type { Fault } from '../../../domain/fault.ts';
import type { Problem } from '../../../domain/problem.ts';
import { answerKeysOf } from '../../../domain/version.ts';
import { localeOf } from '../../../i18n/locale.ts';
import { messageIfKnown, type Translator } from '../../../i18n/translator.ts';
import { type FrameInput, type StatisticsFrame, statisticsFrame } from './frame.view.ts';

export interface ImportView {
  readonly frame: StatisticsFrame;
  readonly keys: readonly string[];
  readonly languages: ReadonlyArray<{ value: string; label: string; chosen: boolean }>;
  readonly faultsHeading: string;
  readonly faults: ReadonlyArray<{ place: string; words: string }>;
}

export function importView(input: FrameInput, language: string, problem: Problem | null): ImportView {
  const { t, study } = input;
  const faults = problem?.faults ?? [];
  return {
    frame: statisticsFrame(input),
    keys: answerKeysOf(study),
    languages: study.languages.map((value) => ({
      value,
      label: localeOf(value).name,
      chosen: value === language,
    })),
    faultsHeading: problem ? headingOf(problem, t) : '',
    faults: faults.map((fault) => ({
      place: fault.place === 'file' || fault.place === 'language' ? '' : fault.place,
      words: faultWords(fault, t),
    })),
  };
}

function headingOf(problem: Problem, t: Translator): string {
  return problem.faults.length > 0
    ? t('statistics:import-faults', { count: problem.faults.length })
    : (messageIfKnown(t, `problem:${problem.code}`, problem.details) ?? problem.code);
}

function faultWords({ code, details }: Fault, t: Translator): string {
  return (
    messageIfKnown(t, `statistics:fault-${code}`, details) ??
    messageIfKnown(t, `fault:${code}`, details) ??
    code
  );
}
