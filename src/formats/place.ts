/** A path into a document as people write it: items[3].construct; names that are no plain words stand in quotes. */
export function placeOf(path: readonly PropertyKey[]): string {
  let place = '';
  for (const step of path) {
    if (typeof step === 'number') place += `[${step}]`;
    else if (/^[A-Za-z_][\w-]{0,79}$/.test(String(step)))
      place += `${place === '' ? '' : '.'}${String(step)}`;
    else place += `[${JSON.stringify(shortened(String(step)))}]`;
  }
  return place;
}

/** Enough of a value to recognise it in a message; a file may hold megabytes where a word belongs. */
export function shortened(value: string): string {
  const characters = Array.from(value.slice(0, 200));
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : value;
}
