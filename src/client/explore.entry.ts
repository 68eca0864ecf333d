// Draws the chart of the Explore page from the numbers of its table. Without this the table stands alone.

import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Legend,
  LinearScale,
  Tooltip,
} from 'chart.js';

interface ChartData {
  readonly kind: 'means' | 'shares';
  readonly rightToLeft: boolean;
  readonly groups: readonly string[];
  readonly minimum: number;
  readonly maximum: number;
  readonly series: ReadonlyArray<{
    readonly label: string;
    readonly colour: string;
    readonly values: readonly (number | null)[];
    readonly shown: readonly string[];
  }>;
  readonly intervals: readonly (readonly [number, number] | null)[];
  readonly digits: string;
  readonly valueTitle: string;
}

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);

const isolate = (text: string): string => `\u2068${text}\u2069`;

function wrapped(text: string, length = 26): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map(isolate);
}

function configure(data: ChartData, box: HTMLElement): ChartConfiguration<'bar'> {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const font = { family: getComputedStyle(box).fontFamily, size: 13 };
  const ink = colour('--ink');
  const isShares = data.kind === 'shares';
  const ownColour = (given: string) => (isShares ? given : colour('--accent'));
  const digits = (text: string) => text.replace(/[0-9]/g, (digit) => data.digits[Number(digit)] ?? digit);
  return {
    type: 'bar',
    data: {
      labels: data.groups.map((group) => wrapped(group)),
      datasets: [
        ...data.series.map((series) => ({
          label: isolate(series.label),
          data: isShares
            ? [...series.values]
            : series.values.map((value) => (value === null ? null : [data.minimum, value])),
          backgroundColor: ownColour(series.colour),
          borderColor: colour('--paper'),
          borderWidth: isShares ? 1 : 0,
          maxBarThickness: 34,
          borderRadius: isShares ? 0 : 3,
          stack: isShares ? 'shares' : 'means',
          grouped: isShares,
          order: 2,
        })),
        ...(isShares
          ? []
          : [
              {
                label: '',
                data: data.intervals.map((interval) => (interval ? [...interval] : null)),
                backgroundColor: ink,
                maxBarThickness: 3,
                stack: 'intervals',
                grouped: false,
                order: 1,
              },
            ]),
      ] as ChartConfiguration<'bar'>['data']['datasets'],
    },
    options: {
      indexAxis: 'y',
      responsive: true,
      maintainAspectRatio: false,
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 250 },
      locale: 'en',
      interaction: { mode: 'nearest', axis: 'y', intersect: false },
      scales: {
        x: {
          stacked: isShares,
          reverse: data.rightToLeft,
          min: data.minimum,
          max: data.maximum,
          grid: { color: colour('--line') },
          border: { display: false },
          title: { display: true, text: isolate(data.valueTitle), color: colour('--muted'), font },
          ticks: {
            color: colour('--muted'),
            font,
            callback: (value) => digits(String(value)),
            ...(isShares ? { stepSize: 25 } : { stepSize: 1 }),
          },
        },
        y: {
          stacked: isShares,
          position: data.rightToLeft ? 'right' : 'left',
          grid: { display: false },
          ticks: { color: ink, font, crossAlign: 'far' },
        },
      },
      plugins: {
        legend: {
          display: isShares,
          rtl: data.rightToLeft,
          textDirection: data.rightToLeft ? 'rtl' : 'ltr',
          align: 'start',
          labels: { color: ink, font, boxWidth: 13, boxHeight: 13 },
        },
        tooltip: {
          rtl: data.rightToLeft,
          textDirection: data.rightToLeft ? 'rtl' : 'ltr',
          bodyFont: font,
          titleFont: font,
          filter: (item) => item.datasetIndex < data.series.length,
          callbacks: {
            title: (items) => data.groups[items[0]?.dataIndex ?? 0] ?? '',
            label: (item) => {
              const series = data.series[item.datasetIndex];
              return series ? `${isolate(series.label)}: ${series.shown[item.dataIndex] ?? ''}` : '';
            },
          },
        },
      },
    },
  };
}

function start(box: HTMLElement): void {
  const canvas = box.querySelector('canvas');
  const status = box.querySelector('[role=status]');
  if (!canvas || !status) return;
  const data = JSON.parse(box.dataset.chart ?? '{}') as ChartData;
  box.hidden = false;
  const frame = document.createElement('div');
  frame.className = 'canvas-box';
  const legend = data.kind === 'shares' ? 60 : 20;
  frame.style.blockSize = `${data.groups.length * 58 + legend + 60}px`;
  canvas.replaceWith(frame);
  frame.append(canvas);
  let chart = new Chart(canvas, configure(data, box));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    chart.destroy();
    chart = new Chart(canvas, configure(data, box));
  });

  let group = -1;
  let series = 0;
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, data.rightToLeft ? -1 : 1],
    ArrowLeft: [0, data.rightToLeft ? 1 : -1],
  };
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  canvas.addEventListener('keydown', (event) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    group = group < 0 ? 0 : clamp(group + move[0], data.groups.length);
    series = clamp(series + move[1], data.series.length);
    const active = [{ datasetIndex: series, index: group }];
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
    chart.update('none');
    const current = data.series[series];
    status.textContent = `${data.groups[group] ?? ''}. ${current?.label ?? ''}: ${current?.shown[group] ?? ''}`;
  });
  canvas.addEventListener('blur', () => {
    chart.setActiveElements([]);
    chart.tooltip?.setActiveElements([], { x: 0, y: 0 });
    chart.update('none');
  });
}

for (const box of document.querySelectorAll<HTMLElement>('[data-chart]')) start(box);
