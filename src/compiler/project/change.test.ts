import { describe, expect, it } from 'vitest';
import { createProject } from '../index.ts';
import { memorySource } from '../testing.ts';

const PAGE = 'pages/p/p';
const DELIVERED = ['app', PAGE];

/** A program in a frame, and edits of it. */
async function edited(edit: Record<string, string | undefined>, more: Record<string, string> = {}) {
  const files: Record<string, string> = {
    'app.json': `{"pages": ["${PAGE}", "pages/q/q"]}`,
    'app.js': 'App({})',
    'app.acss': '.app{}',
    [`${PAGE}.axml`]: '<import src="/t.axml"/><include src="/i.axml"/><card/>',
    [`${PAGE}.js`]: "require('/u'); Page({})",
    [`${PAGE}.json`]: '{"usingComponents": {"card": "/card", "other": "/other"}}',
    [`${PAGE}.acss`]: '@import "/b.acss"; .p{}',
    't.axml': '<template name="t">t</template>',
    'i.axml': '<view/>',
    'b.acss': '.b{}',
    'u.js': '',
    'card.json': '{}',
    'card.axml': '<view class="card"/>',
    'card.acss': '.card{}',
    'other.json': '{}',
    'other.axml': '<view/>',
    'pages/q/q.axml': '<view/>',
    'pages/q/q.js': 'Page({})',
    ...more,
  };
  const project = await createProject(memorySource(files), { program: 'demo' });
  for (const name of DELIVERED) await project.unit(name);
  for (const [path, text] of Object.entries(edit)) {
    if (text === undefined) delete files[path];
    else files[path] = text;
  }
  const { change, problems } = await project.change(Object.keys(edit), DELIVERED);
  const unit = change.kind === 'patch' ? change.unit : undefined;
  return {
    kind: change.kind,
    modules: [...(unit?.script ?? '').matchAll(/^define\("([^"]+)"/gm)].map(([, id]) => id),
    styles: unit?.styles.map(({ owner, file }) => `${owner} ${file}`),
    problems,
    project,
    unit,
  };
}

describe('an edit', () => {
  it('of a template puts it in place, and those that have it inside', async () => {
    expect(await edited({ [`${PAGE}.axml`]: '<card/>' })).toMatchObject({
      kind: 'patch',
      modules: [`${PAGE}.axml`],
      styles: [],
    });
    expect((await edited({ 't.axml': '' })).modules.sort()).toEqual([`${PAGE}.axml`, 't.axml']);
    expect((await edited({ 'i.axml': '' })).modules.sort()).toEqual(['i.axml', `${PAGE}.axml`]);
    expect((await edited({ 'card.axml': '<text/>' })).modules).toEqual(['card.axml']);
  });
  it('of styles puts those in place that are made of them', async () => {
    expect(await edited({ [`${PAGE}.acss`]: '.x{}' })).toMatchObject({
      kind: 'patch',
      modules: [],
      styles: [`${PAGE} ${PAGE}.acss`],
    });
    expect((await edited({ 'b.acss': '.x{}' })).styles).toEqual([`${PAGE} ${PAGE}.acss`]);
    expect((await edited({ 'app.acss': '.x{}' })).styles).toEqual(['app app.acss']);
    expect((await edited({ 'card.acss': '.x{}' })).styles).toEqual(['card card.acss']);
    expect(await edited({ 'b.acss': '.x{}', 'card.axml': '<text/>' })).toMatchObject({
      modules: ['card.axml'],
      styles: [`${PAGE} ${PAGE}.acss`],
    });
  });
  it('of scripts and configuration starts the program again', async () => {
    for (const path of ['app.js', 'u.js', `${PAGE}.js`])
      expect((await edited({ [path]: '// x' })).kind).toBe('reload');
    for (const path of [`${PAGE}.json`, 'card.json'])
      expect((await edited({ [path]: '{"a": 1}' })).kind).toBe('reload');
    expect((await edited({ 'app.json': `{"pages": ["${PAGE}"]}` })).kind).toBe('reload');
  });
  it('that uses another component starts the program again: its script is not there', async () => {
    expect((await edited({ [`${PAGE}.axml`]: '<card/><other/>' })).kind).toBe('reload');
  });
  it('of what no part of the frame is made of is nothing', async () => {
    expect((await edited({ 'pages/q/q.js': '//' })).kind).toBe('nothing');
    expect((await edited({ 'other.axml': '<text/>' })).kind).toBe('nothing');
    expect((await edited({ 'new.js': '//', 'readme.md': 'x' })).kind).toBe('nothing');
  });
  it('that takes a file away, or brings one that was missing', async () => {
    const gone = await edited({ 'u.js': undefined });
    expect(gone).toMatchObject({
      kind: 'reload',
      problems: [{ file: `${PAGE}.js`, message: "There is no module '/u'" }],
    });
    const back = await edited({ 'v.js': '' }, { [`${PAGE}.js`]: "require('/v'); Page({})" });
    expect(back).toMatchObject({ kind: 'reload', problems: [] });
  });
  it('that breaks a template: what is wrong is told, and mended by the next', async () => {
    const { kind, problems } = await edited({ [`${PAGE}.axml`]: '<view>{{a +}}</view><card/>' });
    expect(kind).toBe('patch');
    expect(problems).toMatchObject([{ severity: 'error', file: `${PAGE}.axml`, line: 1 }]);
  });
  it('is in the next unit and in its source map', async () => {
    const { project, unit } = await edited({ [`${PAGE}.axml`]: '<card/>\n<view>{{now}}</view>' });
    const lines = unit?.script.split('\n') ?? [];
    const line = lines.findIndex((text) => text.includes('d.now'));
    expect(
      project.original(unit?.url ?? '', line + 1, (lines[line]?.indexOf('d.now') ?? 0) + 1),
    ).toMatchObject({
      file: `${PAGE}.axml`,
      line: 2,
      column: 9,
    });
    expect((await project.unit(PAGE)).unit?.script).toContain('d.now');
    expect(await project.excerpt(`${PAGE}.axml`, 2, 1)).toMatchObject({
      excerpt: { first: 1, lines: ['<card/>', '<view>{{now}}</view>'] },
    });
  });
});
