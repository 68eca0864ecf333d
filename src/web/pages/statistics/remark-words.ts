import type { Remark } from '../../../analysis/remark.ts';
import { formatBounded, formatPercent } from '../../../i18n/format-number.ts';
import type { Translator } from '../../../i18n/translator.ts';
import type { Labels } from './labels.ts';
import { signed } from './table-cells.ts';

const bounded = new Set(['alpha', 'itemRest', 'alphaIfDropped']);

/** The sentence of a remark: what it is, what it means, what to do. */
export function remarkWords(remark: Remark, labels: Labels, t: Translator): string {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(remark.numbers)) {
    if (bounded.has(name)) values[name] = signed(formatBounded(value, 2, t.locale));
    else if (name === 'share') values[name] = formatPercent(value, 0, t.locale);
    else values[name] = value;
  }
  if (remark.construct !== undefined) values.construct = labels.construct(remark.construct);
  if (remark.role !== undefined) values.role = labels.role(remark.role);
  if (remark.item !== undefined) values.item = remark.item;
  if (remark.items) values.items = remark.items.join(t.locale.direction === 'rtl' ? '، ' : ', ');
  if (remark.code === 'cases-lost' && remark.construct !== undefined)
    return t('statistics:remark-cases-lost-construct', values);
  return t(`statistics:remark-${remark.code}`, values);
}
