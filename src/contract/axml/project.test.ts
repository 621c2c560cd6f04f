import { describe, expect, it } from 'vitest';
import { axmlFolder } from './project.ts';

const find = (files: Record<string, Record<string, unknown>>) => axmlFolder((path) => files[path]);
const app = { pages: ['pages/index/index'] };

describe('where an AXML program is in its folder', () => {
  it('on top, or in src or dist', () => {
    expect(find({ 'app.json': app })).toEqual({ app: '', name: undefined });
    expect(find({ 'src/app.json': app })?.app).toBe('src/');
    expect(find({ 'dist/app.json': app, 'src/app.json': app })?.app).toBe('src/');
    expect(find({ 'other/app.json': app })).toBeUndefined();
  });

  it('where mini.project.json says, if there is one', () => {
    const project = { miniprogramRoot: './client/' };
    expect(find({ 'mini.project.json': project, 'client/app.json': app, 'app.json': app })?.app).toBe(
      'client/',
    );
    expect(find({ 'mini.project.json': project, 'app.json': app })?.app).toBe('');
    expect(find({ 'mini.project.json': { miniprogramRoot: '../x' }, '../x/app.json': app })).toBeUndefined();
  });

  it('an app.json without pages belongs to another tool', () => {
    expect(find({ 'app.json': { name: 'x' } })).toBeUndefined();
  });

  it('is called as its window is, else as its project or package', () => {
    const pack = { 'package.json': { name: 'cards-app' } };
    expect(find({ 'app.json': { ...app, window: { defaultTitle: 'Cards' } }, ...pack })?.name).toBe('Cards');
    expect(find({ 'app.json': { ...app, window: { defaultTitle: ' ' } }, ...pack })?.name).toBe('cards-app');
    expect(find({ 'app.json': app, 'mini.project.json': { name: 'p' }, ...pack })?.name).toBe('p');
  });
});
