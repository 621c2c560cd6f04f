/** Counts of both test runners, from the JSON reports that they wrote. */
import { readFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number }} Counts
 * @typedef {{
 *   numPassedTests?: number,
 *   numFailedTests?: number,
 *   testResults?: { status: string, assertionResults?: { status: string }[] }[],
 * }} VitestReport
 * @typedef {{
 *   stats?: { expected?: number, unexpected?: number, flaky?: number },
 *   errors?: unknown[],
 * }} PlaywrightReport
 */

/**
 * Vitest's report: failed tests, and files that failed before any test of theirs ran.
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  const broken = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults?.some(({ status }) => status === 'failed'),
  ).length;
  return { passed: report.numPassedTests ?? 0, failed: (report.numFailedTests ?? 0) + broken };
}

/**
 * Playwright's report: failed tests, and errors that belong to none. A test that passed only when it was repeated has
 * failed.
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function playwrightCounts(report) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report.stats ?? {};
  return { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0) };
}

/**
 * @template Report
 * @param {string} file of a runner's report
 * @param {number} code the runner's exit code
 * @param {(report: Report) => Counts} count
 * @returns {Counts} never without a failure when the runner failed
 */
export function countsOf(file, code, count) {
  /** @type {Counts} */
  let counts = { passed: 0, failed: 0 };
  try {
    counts = count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
