import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/bin/read-config.ts';

describe('readConfig', () => {
  it('has a default for every setting', () => {
    const read = readConfig({});
    expect(read).toHaveProperty('config.port', 3000);
    expect(read).toHaveProperty('config.publicUrl', 'http://localhost:3000');
  });

  it('names all wrong settings at once', () => {
    const read = readConfig({
      AXIAL_PORT: 'ninety',
      AXIAL_PUBLIC_URL: 'survey.example.org',
      AXIAL_SESSION_SECRET: 'short',
      AXIAL_LOG_LEVEL: 'loud',
      AXIAL_PRT: '1',
    });
    const named = 'errors' in read ? read.errors.map((line) => line.split(' ')[0]) : [];
    expect(named.sort()).toEqual([
      'AXIAL_LOG_LEVEL',
      'AXIAL_PORT',
      'AXIAL_PRT',
      'AXIAL_PUBLIC_URL',
      'AXIAL_SESSION_SECRET',
    ]);
  });
});
