import { type Fault, fault } from './fault.ts';
import type { Study } from './study.ts';

/** Whatever names something by its key names something that is there. Pages and paths have checks of their own. */
export function checkReferences(study: Study): readonly Fault[] {
  const faults: Fault[] = [];
  const roles = keysOf(study.paradigm.roles);
  const categories = keysOf(study.categories);
  const codes = keysOf(study.codes ?? []);
  const scales = keysOf(study.scales);
  const constructs = keysOf(study.constructs);

  const refer = (known: ReadonlySet<string>, place: string, value: string, code: string) => {
    if (!known.has(value)) faults.push(fault(place, code, { value }));
  };
  const referToCodes = (place: string, keys: readonly string[] | undefined) =>
    keys?.forEach((key, index) => {
      refer(codes, `${place}[${index}]`, key, 'unknown-code');
      if (keys.indexOf(key) < index)
        faults.push(fault(`${place}[${index}]`, 'code-repeated', { value: key }));
    });

  study.paradigm.relations.forEach((relation, index) => {
    const place = `paradigm.relations[${index}]`;
    refer(roles, `${place}.from`, relation.from, 'unknown-role');
    refer(roles, `${place}.to`, relation.to, 'unknown-role');
    if (relation.from === relation.to) {
      faults.push(fault(`${place}.to`, 'path-to-itself', { value: relation.to }));
    }
  });
  study.categories.forEach((category, index) => {
    refer(roles, `categories[${index}].role`, category.role, 'unknown-role');
    referToCodes(`categories[${index}].codes`, category.codes);
  });
  study.quotations?.forEach((quotation, index) => {
    referToCodes(`quotations[${index}].codes`, quotation.codes);
  });
  study.constructs.forEach((construct, index) => {
    refer(categories, `constructs[${index}].category`, construct.category, 'unknown-category');
    refer(scales, `constructs[${index}].scale`, construct.scale, 'unknown-scale');
  });
  study.items.forEach((item, index) => {
    refer(constructs, `items[${index}].construct`, item.construct, 'unknown-construct');
    referToCodes(`items[${index}].codes`, item.codes);
  });
  return faults;
}

function keysOf(list: ReadonlyArray<{ readonly key: string }>): ReadonlySet<string> {
  return new Set(list.map(({ key }) => key));
}
