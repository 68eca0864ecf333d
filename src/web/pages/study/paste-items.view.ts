import { isPasteFault, type PastedLine } from '../../../domain/edit/read-pasted-items.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Study } from '../../../domain/study.ts';
import { formatNumber } from '../../../i18n/format-number.ts';
import type { Translator } from '../../../i18n/translator.ts';
import { links } from '../../links.ts';
import { problemWords } from '../../problem-page.ts';
import { tabLink } from './design-tabs.ts';
import type { StudyFrame } from './frame.ts';
import { type ItemsView, pasteFields } from './items.view.ts';
import { makeFields } from './make-fields.ts';
import { partLabel } from './part-label.ts';

/** What pasted lines will do, before anything is stored. */
export interface PasteItemsView {
  readonly frame: StudyFrame;
  readonly action: string;
  readonly back: string;
  readonly revision: number;
  readonly message: string;
  readonly summary: string;
  readonly lines: ReadonlyArray<{
    readonly number: string;
    readonly text: string;
    readonly construct: string;
    readonly reverse: boolean;
    readonly outcome: string;
    readonly tone: 'add' | 'skip' | 'heading' | 'fault';
  }>;
  readonly fields: ItemsView['paste'];
  readonly mayStore: boolean;
  readonly storeLabel: string;
}

export interface PasteInput {
  readonly t: Translator;
  readonly frame: StudyFrame;
  readonly study: Study;
  readonly revision: number;
  readonly lines: readonly PastedLine[];
  readonly problem: Problem | null;
  readonly typed: { readonly text: string; readonly language: string; readonly construct: string };
}

export function pasteView({ t, frame, study, revision, lines, problem, typed }: PasteInput): PasteItemsView {
  const added = lines.filter((line) => line.outcome === 'add').length;
  const faults = lines.filter((line) => isPasteFault(line.outcome)).length;
  const values = new Map([
    ['paste', typed.text],
    ['paste-language', typed.language],
    ['paste-construct', typed.construct],
  ]);
  const labelOf = new Map(
    study.constructs.map((construct) => [construct.key, partLabel(construct, study, t)]),
  );
  return {
    frame,
    action: `${links.design(frame.studyKey, 'items')}/paste`,
    back: tabLink(frame.studyKey, 'items'),
    revision,
    message: problem?.kind === 'conflict' ? problemWords(problem, t).message : '',
    summary:
      faults > 0
        ? t('study:paste-faults', { count: faults })
        : added > 0
          ? t('study:paste-will-add', { count: added })
          : t('study:paste-nothing'),
    lines: lines.map((line) => ({
      number: formatNumber(line.line, 0, t.locale),
      text: line.text,
      construct: line.construct === null ? '' : (labelOf.get(line.construct) ?? line.construct),
      reverse: line.reverse,
      outcome: t(`study:paste-${line.outcome}`),
      tone: toneOf(line),
    })),
    fields: pasteFields(study, makeFields(t, study, values, new Map()), t),
    mayStore: added > 0 && faults === 0,
    storeLabel: t('study:paste-store', { count: added }),
  };
}

function toneOf({ outcome }: PastedLine): PasteItemsView['lines'][number]['tone'] {
  if (isPasteFault(outcome)) return 'fault';
  if (outcome === 'construct') return 'heading';
  return outcome === 'add' ? 'add' : 'skip';
}
