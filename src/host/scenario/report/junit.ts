import type { PlayedScenario } from './played.ts';

/** The results as JUnit XML: one suite a dialect, the step as the class. */
export function junitReport(played: readonly PlayedScenario[]): string {
  const dialects = [...new Set(played.map(({ result }) => result.dialect))];
  const suites = dialects.map((dialect) => {
    const own = played.filter(({ result }) => result.dialect === dialect);
    return [
      `  <testsuite${attributes({ name: dialect, ...totals(own) })}>`,
      ...own.map(testCase),
      '  </testsuite>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'miniauth', ...totals(played) })}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function totals(played: readonly PlayedScenario[]): Record<string, string | number> {
  const count = (status: string) => played.filter(({ result }) => result.status === status).length;
  return {
    tests: played.length,
    failures: count('failed'),
    errors: count('error'),
    time: seconds(played.reduce((sum, { ms }) => sum + ms, 0)),
  };
}

function testCase({ result, ms }: PlayedScenario): string {
  const { name, dialect, step, status, problems } = result;
  const classname = step === null ? dialect : `${dialect}.${step}`;
  const open = `    <testcase${attributes({ name, classname, time: seconds(ms) })}`;
  if (status === 'passed') return `${open}/>`;
  const tag = status === 'failed' ? 'failure' : 'error';
  return [
    `${open}>`,
    `      <${tag}${attributes({ message: problems[0] ?? status })}>${escaped(problems.join('\n'))}</${tag}>`,
    '    </testcase>',
  ].join('\n');
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

const attributes = (values: Record<string, string | number>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');

/** XML 1.0 knows no control characters but tab and the ends of lines, and no half of a surrogate pair. */
function escaped(text: string): string {
  return (
    text
      .replace(/\p{Surrogate}/gu, '\ufffd')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
