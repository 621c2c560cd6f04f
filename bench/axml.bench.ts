import { createProject } from '../src/compiler/index.ts';
import { memorySource } from '../src/compiler/testing.ts';
import type { AxmlUnit } from '../src/contract/axml/unit.ts';
import type { Operation } from './page/axml.ts';
import { medianWithBound, ratios } from './stats.ts';
import type { BenchRow, BenchTools } from './tools.ts';

const ROUNDS = 30;
const WARM = 5;

/** What a mini program does for each operation. */
const PAGE = `
Page({
  data: { rows: [], selected: 0 },
  onLoad() { globalThis.page = this; },
  tap() {},
  bench(operation, make) {
    const { rows } = this.data;
    switch (operation) {
      case 'create':
      case 'replace': return this.setData({ rows: make(1000), selected: 0 });
      case 'append': return this.$spliceData({ rows: [rows.length, 0, ...make(1000)] });
      case 'update': {
        const patch = {};
        for (let i = 0; i < rows.length; i += 10) patch['rows[' + i + '].label'] = rows[i].label + ' !!!';
        return this.setData(patch);
      }
      case 'row': return this.setData({ 'rows[500].label': rows[500].label + ' !!!' });
      case 'select': return this.setData({ selected: rows[500].id });
      case 'swap': return this.setData({ 'rows[1]': rows[998], 'rows[998]': rows[1] });
      case 'remove': return this.$spliceData({ rows: [500, 1] });
      case 'clear': return this.setData({ rows: [], selected: 0 });
    }
  },
});`;
const TEMPLATE = `
<view a:for="{{rows}}" a:key="id" class="row{{item.id === selected ? ' danger' : ''}}">
  <view class="id">{{item.id}}</view><view class="label" onTap="tap">{{item.label}}</view><view class="remove" onTap="tap">x</view>
</view>`;

const OPERATIONS: readonly (readonly [Operation, string, number?])[] = [
  ['create', 'AXML: create 1,000 rows'],
  ['replace', 'AXML: replace 1,000 rows'],
  ['update', 'AXML: update every 10th row'],
  ['select', 'AXML: select a row'],
  ['swap', 'AXML: swap two rows'],
  ['remove', 'AXML: remove a row'],
  ['append', 'AXML: append 1,000 rows'],
  ['row', 'AXML: setData of one row of 1,000', 2],
];

/**
 * The operations of js-framework-benchmark on a table of 1,000 rows, drawn by the AXML runtime, by plain Preact (a row is a
 * component that is not drawn again while it is the same) and by plain DOM: script time until the document is changed, in
 * interleaved rounds in one page.
 */
export default async function axml({ openPage, pageScript }: BenchTools): Promise<BenchRow[]> {
  const project = await createProject(
    memorySource({
      'app.json': '{"pages": ["index"]}',
      'app.js': 'App({});',
      'index.axml': TEMPLATE,
      'index.js': PAGE,
    }),
    { program: 'bench' },
  );
  const units: Record<string, AxmlUnit> = {};
  for (const name of ['app', 'index']) {
    const { unit, problems } = await project.unit(name, Object.keys(units));
    if (!unit || problems.length > 0) throw new Error(JSON.stringify(problems));
    units[name] = unit;
  }
  const page = await openPage([]);
  await page.goto('about:blank');
  await page.evaluate(await pageScript('bench/page/axml.ts'));
  await page.evaluate((given) => window.axmlBench.start(JSON.parse(given)), JSON.stringify(units));

  const rows: BenchRow[] = [];
  for (const [operation, name, target] of OPERATIONS) {
    const took = await page.evaluate(
      async ({ operation, rounds, warm }) => {
        const all = { axml: [] as number[], preact: [] as number[], dom: [] as number[] };
        for (let round = -warm; round < rounds; round++)
          for (const way of ['axml', 'preact', 'dom'] as const) {
            const ms = await window.axmlBench.time(way, operation);
            if (round >= 0) all[way].push(ms);
          }
        if (!window.axmlBench.check()) throw new Error(`The tables differ after ${operation}`);
        return all;
      },
      { operation, rounds: ROUNDS, warm: WARM },
    );
    const ms = (values: number[]) => `${medianWithBound(values).median.toFixed(2)} ms`;
    const { median, upper } = medianWithBound(ratios(took.axml, took.preact));
    rows.push({
      name,
      value: ms(took.axml),
      reference: `plain Preact ${ms(took.preact)}, plain DOM ${ms(took.dom)}`,
      ratio: median,
      upper,
      ...(target === undefined ? {} : { target }),
    });
  }
  return rows;
}
