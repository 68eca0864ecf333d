// Makes static/fonts/*.woff2, two weights of Vazirmatn with the letters that Persian and Kurdish pages need: 27 KB instead of
// 100. The files are committed; run `node dist/bin/build-fonts.js` again only when the font or the list of letters changes.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const root = fileURLToPath(new URL('../../', import.meta.url));

const letters = [
  'ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی', // Persian
  'ةكيىۀٱ', // the Arabic letters that people type in their place
  'ڕڵۆێەڤھ', // Kurdish
  'ًٌٍَُِّْٰٔ', // marks
  '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٪٫٬',
  '،؛؟«»ـ',
  ' !"#%&\'()*+,-./:;<=>?@[\\]_×−–—‘’“”•…',
  '\u200c\u200d\u200e\u200f', // joiner, non-joiner, direction marks
].join('');

const weights = { 400: 'Regular', 700: 'Bold' } as const;

for (const [weight, name] of Object.entries(weights)) {
  const source = await readFile(join(root, `node_modules/vazirmatn/fonts/webfonts/Vazirmatn-${name}.woff2`));
  const subset = await subsetFont(source, letters, { targetFormat: 'woff2' });
  await writeFile(join(root, `static/fonts/vazirmatn-fa-${weight}.woff2`), subset);
  process.stderr.write(`vazirmatn-fa-${weight}.woff2 ${subset.length} bytes\n`);
}
