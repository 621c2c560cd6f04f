// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { roleOf } from './input-target.ts';

it.each([
  ['<button>', 'button'],
  ['<a href="#">', 'link'],
  ['<a>', undefined],
  ['<input>', 'textbox'],
  ['<input type=checkbox>', 'checkbox'],
  ['<input type=password>', undefined],
  ['<select>', 'combobox'],
  ['<select multiple>', 'listbox'],
  ['<textarea>', 'textbox'],
  ['<div role="switch button">', 'switch'],
  ['<div>', undefined],
  ['<constructor>', undefined],
])('the role of %s is %s', (html, role) => {
  document.body.innerHTML = html;
  const element = document.body.firstElementChild;
  expect(element && roleOf(element)).toBe(role);
});
