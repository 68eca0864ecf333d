import type { Fault } from '../../domain/fault.ts';
import type { AskedQuestion } from '../../domain/questionnaire.ts';
import { messageIfKnown, type Translator } from '../../i18n/translator.ts';

/** The box above a page: amber for what may stay unanswered, red for what could not be stored. */
export interface Notice {
  readonly tone: 'remind' | 'fault';
  readonly heading: string;
  readonly text: string;
  readonly lines: ReadonlyArray<{ readonly href: string; readonly text: string }>;
}

/** The first radio of a question; the links of a notice go there. */
export function firstRadio(name: string): string {
  return `${name}-1`;
}

export function reminderNotice(
  t: Translator,
  missed: readonly AskedQuestion[],
  lineOf: (question: AskedQuestion) => string,
): Notice {
  return {
    tone: 'remind',
    heading: t('respond:remind-heading', { count: missed.length }),
    text: t('respond:remind-text', { skip: t('respond:skip') }),
    lines: missed.map((question) => ({
      href: `#${firstRadio(question.name)}`,
      text: lineOf(question),
    })),
  };
}

export function faultNotice(
  t: Translator,
  faults: readonly Fault[],
  hrefOf: (place: string) => string,
): Notice {
  return {
    tone: 'fault',
    heading: t('respond:fault-heading'),
    text: t('respond:fault-text'),
    lines: faults.map((fault) => ({ href: hrefOf(fault.place), text: faultWords(t, fault) })),
  };
}

/** The server could not take the answers now. */
export function busyNotice(t: Translator, text: string): Notice {
  return { tone: 'fault', heading: t('respond:fault-heading'), text, lines: [] };
}

function faultWords(t: Translator, fault: Fault): string {
  const values = { ...fault.details, agree: t('respond:agree') };
  return messageIfKnown(t, `respond:fault-${fault.code}`, values) ?? fault.code;
}
