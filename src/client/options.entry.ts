// On a narrow screen the options of the statistics pages begin folded; without this they stand open above the results.

for (const panel of document.querySelectorAll<HTMLDetailsElement>('details.options'))
  if (matchMedia('(max-width: 62rem)').matches) panel.open = false;
