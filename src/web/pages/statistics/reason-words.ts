import type { Translator } from '../../../i18n/translator.ts';
import type { NotEstimable } from '../../../statistics/not-estimable.ts';

/** The sentence that stands where a number would have stood. */
export function reasonWords({ notEstimable, details }: NotEstimable, t: Translator): string {
  const { needed, items } = details;
  if (notEstimable === 'too-few-cases' && needed !== undefined)
    return t('statistics:reason-too-few-cases-needed', { n: details.n ?? 0, needed });
  if (notEstimable === 'too-few-items' && needed !== undefined && items !== undefined)
    return t('statistics:reason-too-few-items-needed', { items, needed });
  return t(`statistics:reason-${notEstimable}`);
}
