// Answers in and out: import all or nothing, download raw and scored.

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StudyReport } from '../../../src/analysis/study-report.ts';
import { smallStudy } from '../../analysis/small-study.ts';
import { type StatisticsServer, startStatisticsServer, statisticsOf } from './statistics-server.ts';

const study = smallStudy([{ key: 'A', items: ['A1', '-A2', 'A3'] }]);
const importing = statisticsOf('small', '/import');
let place: StatisticsServer;

beforeAll(async () => {
  place = await startStatisticsServer([study]);
});
afterAll(() => place?.server.close());

const upload = (content: string, language = 'en') =>
  place.owner.upload(importing, { language }, [{ fileName: 'answers.csv', content }]);
async function count(): Promise<StudyReport['respondents']> {
  const { html } = await place.owner.get(statisticsOf('small', '/report.json'));
  return (JSON.parse(html) as StudyReport).respondents;
}

describe('import', () => {
  it('refuses the whole file for one fault, names row and column, and keeps the page', async () => {
    const reply = await upload('A1,A2,A3\n1,2,3\n1,9,3\n2,x,2\n');
    expect(reply.status).toBe(422);
    expect(reply.html).toContain('row 3 column A2');
    expect(reply.html).toContain('row 4 column A2');
    expect(reply.html).toContain('Nothing was imported');
    expect(reply.html).toContain('name="file"');
    expect((await count()).started).toBe(0);
  });

  it.each([
    ['no file', ''],
    ['a file without a known column', 'X,Y\n1,2\n'],
    ['a header alone', 'A1,A2\n'],
    ['a column twice', 'A1,A1\n1,1\n'],
    ['rows of different length', 'A1,A2\n1\n'],
  ])('refuses %s', async (_, content) => {
    expect((await upload(content)).status).toBe(422);
    expect((await count()).started).toBe(0);
  });

  it('refuses a language that the version does not have, and two files at once', async () => {
    expect((await upload('A1\n1\n', 'xx')).status).toBe(422);
    const two = await place.owner.upload(importing, { language: 'en' }, [
      { fileName: 'a.csv', content: 'A1\n1\n' },
      { fileName: 'b.csv', content: 'A1\n1\n' },
    ]);
    expect(two.status).toBe(422);
    expect((await count()).started).toBe(0);
  });

  it('stores a good file as imported, says so, and names what it left out', async () => {
    const reply = await upload('person,A2,A1,group\n=1+1,5,۱,2\nb,NA,2,1\nc,3,,1\n');
    expect(reply.status).toBe(303);
    expect(reply.location).toBe(statisticsOf('small'));
    const { html } = await place.owner.get(reply.location);
    expect(html).toContain('3 submissions imported');
    expect(html).toContain('person');
    expect(html).toContain('A3');
    expect(await count()).toMatchObject({ started: 3, finished: 3, byMode: { imported: 3, web: 0 } });
  });
});

describe('the same file again', () => {
  const other = smallStudy([{ key: 'A', items: ['A1'] }]);
  const twice = { ...other, key: 'twice' };
  let second: StatisticsServer;
  beforeAll(async () => {
    second = await startStatisticsServer([twice]);
  });
  afterAll(() => second?.server.close());
  const send = (content: string) =>
    second.owner.upload(statisticsOf('twice', '/import'), { language: 'en' }, [
      { fileName: 'answers.csv', content },
    ]);
  const started = async () => {
    const { html } = await second.owner.get(statisticsOf('twice', '/report.json'));
    return (JSON.parse(html) as StudyReport).respondents.started;
  };

  it('is refused with a sentence, whether it comes later or at the same moment', async () => {
    const together = await Promise.all([send('A1\n1\n2\n'), send('A1\n1\n2\n')]);
    expect(together.map(({ status }) => status).sort()).toEqual([303, 409]);
    const later = await send('A1\n1\n2\n');
    expect(later.status).toBe(409);
    expect(later.html).toContain('was imported into this version before');
    expect(later.html).toContain('name="file"');
    expect(await started()).toBe(2);
    expect((await send('person,A1\n3,1\n4,2\n')).status).toBe(303);
    expect(await started()).toBe(4);
  });
});

describe('download', () => {
  const get = async (path: string) => {
    const reply = await place.owner.get(statisticsOf('small', path));
    expect(reply.status, path).toBe(200);
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    return reply.html;
  };

  it('raw answers as given, kinds of missing in words or empty', async () => {
    expect(parse(await get('/answers-raw.csv?gaps=words'), { columns: true })).toEqual([
      {
        submission: '1',
        mode: 'imported',
        language: 'en',
        state: 'finished',
        A1: '1',
        A2: '5',
        A3: 'not-reached',
        group: '2',
      },
      {
        submission: '2',
        mode: 'imported',
        language: 'en',
        state: 'finished',
        A1: '2',
        A2: 'skipped',
        A3: 'not-reached',
        group: '1',
      },
      {
        submission: '3',
        mode: 'imported',
        language: 'en',
        state: 'finished',
        A1: 'skipped',
        A2: '3',
        A3: 'not-reached',
        group: '1',
      },
    ]);
    expect(await get('/answers-raw.csv?gaps=empty')).not.toMatch(/skipped|not-reached/);
  });

  it('scored answers recoded, with scores under the missing rule of the address', async () => {
    const scored = async (query: string) =>
      parse(await get(`/answers-scored.csv${query}`), { columns: true }) as Record<string, string>[];
    expect((await scored('?missing=listwise')).map((row) => [row.A1, row.A2, row['score.A']])).toEqual([
      ['1', '1', ''],
      ['2', '', ''],
      ['', '3', ''],
    ]);
    expect((await scored('?missing=pairwise')).map((row) => row['score.A'])).toEqual(['1', '2', '3']);
    expect((await scored('?missing=person-mean')).map((row) => row['score.A'])).toEqual(['1', '', '']);
  });

  it('only what the options let through, under the same numbers', async () => {
    expect(parse(await get('/answers-raw.csv?answers=web'), { columns: true })).toEqual([]);
  });

  it('for Excel with the line ends that it expects', async () => {
    expect(await get('/answers-raw.csv?for=excel')).toContain('\r\n');
    expect(await get('/answers-raw.csv?for=programs')).not.toContain('\r\n');
  });

  it('what was downloaded can be imported again and gives the same answers', async () => {
    const raw = await get('/answers-raw.csv?gaps=words');
    expect((await upload(raw)).status).toBe(303);
    const both = parse(await get('/answers-raw.csv?gaps=words'), { columns: true }) as Record<
      string,
      string
    >[];
    expect(both).toHaveLength(6);
    expect(both.slice(3).map((row) => [row.A1, row.A2, row.A3])).toEqual(
      both.slice(0, 3).map((row) => [row.A1, row.A2, row.A3]),
    );
  });
});
