import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScenarioResult } from '../../contract/scenario-result.ts';
import { htmlReport } from '../../host/scenario/report/html.ts';
import { junitReport } from '../../host/scenario/report/junit.ts';
import type { PlayedScenario } from '../../host/scenario/report/played.ts';
import { UsageError } from '../arguments.ts';
import { readRunArguments } from './arguments.ts';
import { findScenarios } from './files.ts';

const home = fileURLToPath(new URL('../../../', import.meta.url));
const top = mkdtempSync(join(tmpdir(), 'miniauth-run-'));
afterAll(() => rmSync(top, { recursive: true }));
const write = (name: string, content: unknown) => {
  mkdirSync(dirname(join(top, name)), { recursive: true });
  writeFileSync(join(top, name), typeof content === 'string' ? content : JSON.stringify(content));
};
const rejects = { play: [{ call: 'getAuthCode' }, { user: 'reject' }] };
write('rejected.json', {
  name: 'rejected',
  dialect: 'qi',
  ...rejects,
  expect: { answers: [{ step: 'jsapi.getAuthCode', code: '1001' }] },
});
write('wrong.json', {
  name: 'wrong',
  ...rejects,
  expect: { answers: [{ step: 'jsapi.getAuthCode', code: null }] },
});
write('unknown.json', { name: 'unknown', persona: 'nobody' });
write('broken.json', '{"name":\n');
write('shape.json', { name: 'shape', seed: 7 });
write('empty/readme.txt', '');
write('my-program/index.html', '<!doctype html>');
write('my-program/miniauth.json', {
  clientId: '42',
  scopes: ['USER_NAME'],
  merchant: { routes: [{ method: 'PUT', url: 'https://own.example/in', does: 'login', codeField: 'a.b' }] },
});
write('my-program/scenarios/login.json', {
  name: 'own-login',
  expect: {
    answers: [{ step: 'openapi.applyToken', code: 'SUCCESS' }],
    granted: ['USER_NAME'],
  },
});

interface Ended {
  code: number;
  out: string;
  err: string;
}
/** Runs the built command as a person would. */
const miniauth = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, INIT_CWD: top };
    const file = join(home, 'bin', 'miniauth.js');
    execFile(process.execPath, [file, ...args], { env, maxBuffer: 1e8 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
const json = async (...args: string[]): Promise<ScenarioResult[]> =>
  JSON.parse((await miniauth('run', ...args, '--reporter', 'json')).out) as ScenarioResult[];

describe('miniauth run', () => {
  beforeAll(async () => {
    const { build } = (await import('../../../scripts/build.mjs')) as {
      build(options: object): Promise<boolean>;
    };
    await build({ log: () => undefined });
  }, 300_000);

  it('all passed: 0, and a line for each in a pipe, without colours', async () => {
    const { code, out, err } = await miniauth('run', 'rejected.json');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^ok +rejected \(qi\) → 1001 \d+ ms\nAll 1 passed in [\d.]+ s\.\n$/);
  });

  it('some failed: 1, with what was expected', async () => {
    const { code, out } = await miniauth('run', 'rejected.json', 'wrong.json', 'unknown.json');
    expect(code).toBe(1);
    expect(out).toContain('jsapi.getAuthCode: expected success, found 11.');
    expect(out).toContain('persona: expected one of lena,');
    expect(out).toContain('2 of 3 failed');
  });

  it.each([
    [['run'], "missing required argument 'what'"],
    [['run', '--reporter', 'xml', 'catalogue'], 'Allowed choices are list, json, junit, html.'],
    [['run', 'none.json'], 'none.json: there is no such file, folder or scenario.'],
    [['run', 'no*.json'], 'no*.json: there is no such file, folder or scenario.'],
    [['run', 'empty'], 'no scenario (*.json) and no mini program in this folder.'],
    [['run', 'broken.json'], 'broken.json, line 2, column 1: expected a value'],
    [['run', 'shape.json'], 'shape.json: seed: expected a string, found 7.'],
    [['run', 'catalogue', '--dialect', 'none'], '--dialect: expected one of mini-program-platform, qi'],
    [['run', 'catalogue', '--program', 'none'], '--program: expected one of api-lab'],
    [['run', 'rejected.json', '--grep', 'xyz'], '--grep: no scenario has "xyz"'],
    [['run', 'rejected.json', '--dialect', 'alipay-cn'], '--dialect: no scenario is for alipay-cn.'],
    [['run', 'rejected.json', '--output', 'rejected.json/x'], '--output: '],
  ])('%j: 2 and one line', async (args, line) => {
    const { code, err } = await miniauth(...args);
    expect(err).toContain(line);
    expect(err).toMatch(/^miniauth: .*\n$/);
    expect(code).toBe(2);
  });

  it('says each problem of each file on a line of its own', async () => {
    const { code, err } = await miniauth('run', 'broken.json', 'shape.json');
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^miniauth: broken\.json, line 2/),
      expect.stringMatching(/^miniauth: shape\.json: seed/),
    ]);
  });

  it('json: an array of results', async () => {
    expect(await json('rejected.json', 'wrong.json')).toEqual([
      expect.objectContaining({
        name: 'rejected',
        dialect: 'qi',
        step: 'jsapi.getAuthCode',
        code: '1001',
        status: 'passed',
      }),
      expect.objectContaining({ name: 'wrong', code: '11', status: 'failed' }),
    ]);
  });

  it('a folder brings its program, with scopes, client and routes, and its own scenarios', async () => {
    const results = await json('my-program');
    expect(results).toEqual([expect.objectContaining({ name: 'own-login', status: 'passed', problems: [] })]);
  });

  it('the catalogue is for the program of the folder', async () => {
    const results = await json('catalogue', 'my-program', '--dialect', 'qi', '--grep', 'qi/consent');
    expect(results.map(({ name }) => name)).toContain('qi/consent/agree');
    expect(results.filter(({ status }) => status !== 'passed')).toEqual([]);
    const { err } = await miniauth('run', 'catalogue', 'my-program', '--grep', 'consent/agree');
    expect(err).toContain('alipay-cn is left out');
  });

  it('a scenario without a dialect is played in each that is asked for', async () => {
    const results = await json('wrong.json', '--dialect', 'qi', '--dialect', 'alipay-cn');
    expect(results.map(({ dialect, code }) => [dialect, code])).toEqual([
      ['qi', '1001'],
      ['alipay-cn', '11'],
    ]);
  });

  it('a pattern means all the files that it matches', async () => {
    const results = await json('**/{rejected,login}.json');
    expect(results.map(({ name }) => name).sort()).toEqual(['own-login', 'rejected']);
  });

  it('writes the report into a file and says on the terminal what came of it', async () => {
    const { code, out } = await miniauth(
      'run',
      'rejected.json',
      '--reporter',
      'html',
      '--output',
      'out/page.html',
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^All 1 passed/);
    expect(readFileSync(join(top, 'out', 'page.html'), 'utf8')).toContain(
      '<h1 class="passed">All 1 scenarios passed',
    );
  });

  it('answers --help', async () => {
    const { code, out } = await miniauth('run', '--help');
    expect([code, out]).toEqual([0, expect.stringContaining('Exit codes: 0 all passed')]);
  });
});

describe('the arguments of miniauth run', () => {
  it('have defaults', () => {
    expect(readRunArguments(['catalogue'])).toEqual({
      what: ['catalogue'],
      reporter: 'list',
      output: undefined,
      dialects: [],
      program: undefined,
      grep: undefined,
    });
  });

  it('may name a file twice: it is run once', () => {
    expect(findScenarios(['rejected.json', './rejected.json', 'rej*.json'], top).files).toEqual([
      join(top, 'rejected.json'),
    ]);
    expect(() => findScenarios(['nowhere'], top)).toThrow(UsageError);
  });
});

const played = (change: Partial<ScenarioResult>): PlayedScenario => ({
  result: {
    name: 'a/b',
    title: 'A <b> & "c"',
    dialect: 'qi',
    step: 'spi.getAuthCode',
    code: null,
    status: 'passed',
    problems: [],
    codes: [],
    hops: 3,
    ...change,
  },
  when: 'Now & then.',
  ms: 12.3,
});

describe('the reports', () => {
  const all = [
    played({}),
    played({
      name: 'x"<&\u0007\ud800',
      status: 'failed',
      problems: ['expected <a>, found b & c.'],
      step: null,
    }),
    played({ dialect: 'other', status: 'error', problems: ['no such persona.'] }),
  ];

  it('JUnit: suites, counts, failures and errors, and nothing that XML does not allow', () => {
    const xml = junitReport(all);
    expect(xml).toContain('<testsuites name="miniauth" tests="3" failures="1" errors="1" time="0.037">');
    expect(xml).toContain('<testsuite name="qi" tests="2" failures="1" errors="0"');
    expect(xml).toContain('name="x&quot;&lt;&amp;\ufffd" classname="qi"');
    expect(xml).toContain('<failure message="expected &lt;a&gt;, found b &amp; c.">');
    expect(xml).toContain('<error message="no such persona.">');
    // Every element that is opened is closed, in order.
    const open: string[] = [];
    for (const [, end, name = '', self] of xml.matchAll(/<(\/?)([a-z]+)(?:\s[^>]*?)?(\/?)>/g)) {
      if (end) expect(open.pop()).toBe(name);
      else if (!self) open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('HTML: one page that loads nothing, in which names are text', () => {
    const html = htmlReport(all);
    expect(html).toContain('2 of 3 scenarios failed');
    expect(html).toContain('A &lt;b&gt; &amp; &quot;c&quot;');
    expect(html).toContain('expected &lt;a&gt;, found b &amp; c.');
    expect(html).not.toMatch(/<script|<link|src=|https?:|@import|url\(/);
    expect(html).toContain('light-dark(');
  });
});
