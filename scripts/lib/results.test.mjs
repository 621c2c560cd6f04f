import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mustInstall } from './install.mjs';
import { countsOf, playwrightCounts, vitestCounts } from './results.mjs';

const folder = mkdtempSync(join(tmpdir(), 'miniauth-results-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'report.json');

describe('the counts of both runners', () => {
  it('a file of unit tests that failed before its tests ran is a failure', () => {
    const testResults = [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
    ];
    expect(vitestCounts({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
      passed: 2,
      failed: 2,
    });
  });

  it('a flaky browser test and an error of no test are failures', () => {
    expect(playwrightCounts({ stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{}] })).toEqual({
      passed: 5,
      failed: 3,
    });
  });

  it('a runner that wrote no report, or failed without saying where, has failed', () => {
    expect(countsOf(file, 0, vitestCounts)).toEqual({ passed: 0, failed: 1 });
    writeFileSync(file, '{"numPassedTests":3,"testResults":[]}');
    expect(countsOf(file, 1, vitestCounts)).toEqual({ passed: 3, failed: 1 });
    expect(countsOf(file, 0, vitestCounts)).toEqual({ passed: 3, failed: 0 });
  });
});

describe('the dependencies are installed', () => {
  it('when there are none, or when the lock file is newer', () => {
    expect(mustInstall({ lock: 5, installed: undefined })).toBe(true);
    expect(mustInstall({ lock: 5, installed: 4 })).toBe(true);
    expect(mustInstall({ lock: 5, installed: 5 })).toBe(false);
  });
});
