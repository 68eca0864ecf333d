import type { Fault } from '../../../domain/fault.ts';
import { messageIfKnown, type Translator } from '../../../i18n/translator.ts';

/** The words of a fault: those of the design pages, or those that every reader of study files uses. */
export function faultWords(fault: Fault, t: Translator): string {
  return (
    messageIfKnown(t, `study:fault-${fault.code}`, fault.details) ??
    messageIfKnown(t, `fault:${fault.code}`, fault.details) ??
    fault.code
  );
}
