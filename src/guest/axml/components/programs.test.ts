// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createProject } from '../../../compiler/index.ts';
import { memorySource } from '../../../compiler/testing.ts';
import { compiled, settled, started } from '../testing.ts';
import { press, type } from './testing.ts';

// biome-ignore lint/suspicious/noExplicitAny: a page of a program
declare const getCurrentPages: () => any[];

/** A program as its developer has it, compiled, started and shown. */
async function run(files: Record<string, string>, my: object = {}) {
  const project = await createProject(
    memorySource({ 'app.json': '{"pages": ["pages/index/index"]}', ...files }),
    { program: 'test' },
  );
  const made = await started(compiled(project), [], my);
  const one = <E extends HTMLElement>(selector: string): E => {
    const found = made.page.querySelector<E>(selector);
    if (!found) throw new Error(`There is no ${selector} in ${made.page.innerHTML}`);
    return found;
  };
  return {
    ...made,
    one,
    all: <E extends HTMLElement>(selector: string) => Array.from(made.page.querySelectorAll<E>(selector)),
    /** The control that a label names. */
    labelled: (text: string) => {
      const label = Array.from(made.page.querySelectorAll('label')).find(
        ({ textContent }) => textContent?.trim() === text,
      );
      if (!label?.control) throw new Error(`No label ${text} names a control in ${made.page.innerHTML}`);
      return label.control as HTMLInputElement;
    },
    async click(target: string | Element | undefined) {
      const element = typeof target === 'string' ? one(target) : target;
      (element as HTMLElement).click();
      await settled();
    },
    async write(field: HTMLInputElement | HTMLTextAreaElement, text: string) {
      type(field, text);
      await settled();
    },
    data: () => getCurrentPages()[0].data,
  };
}

describe('a registration form', () => {
  const files = {
    'pages/index/index.json': '{"usingComponents": {"address-field": "/components/address/address"}}',
    'pages/index/index.axml': `
      <form onSubmit="register" onReset="forget">
        <label for="name">Name</label><input id="name" name="name" placeholder="As in your passport" />
        <label for="password">Password</label><input id="password" name="password" password />
        <picker name="country" range="{{countries}}" range-key="name" value="{{country}}" onChange="choose">
          <view>Country: {{countries[country].name}}</view>
        </picker>
        <checkbox-group name="news" onChange="pick">
          <label a:for="{{topics}}" a:key="id"><checkbox value="{{item.id}}" checked="{{item.on}}" />{{item.name}}</label>
        </checkbox-group>
        <radio-group name="plan"><label a:for="{{plans}}" a:key="*this"><radio value="{{item}}" checked="{{index === 0}}" />{{item}}</label></radio-group>
        <address-field label="Street" />
        <label><switch name="terms" onChange="agree" />I agree</label>
        <button form-type="submit" type="primary" disabled="{{!agreed}}" data-source="form">Register</button>
        <button form-type="reset">Start again</button>
      </form>
      <text>{{picked.length}} topics</text>`,
    'pages/index/index.js': `
      Page({
        data: {
          countries: [{ name: 'France' }, { name: 'Japan' }],
          country: 0,
          topics: [{ id: 'a', name: 'Offers', on: true }, { id: 'b', name: 'Events' }],
          plans: ['Free', 'Paid'],
          picked: [],
          agreed: false,
        },
        choose(e) { this.setData({ country: e.detail.value }); },
        pick({ detail }) { this.setData({ picked: detail.value }); },
        agree({ detail: { value } }) { this.setData({ agreed: value }); },
        register(e) { this.setData({ sent: e.detail }); },
        forget() { this.setData({ forgotten: true }); },
      });`,
    'components/address/address.json': '{"component": true}',
    'components/address/address.axml':
      '<view><label for="street">{{label}}</label><textarea id="street" name="street" show-count="{{false}}" /></view>',
    'components/address/address.js': 'Component({ props: { label: "" } });',
  };

  it('sends what the user has entered, of components inside of components too', async () => {
    const { labelled, click, write, one, data, errors } = await run(files);
    expect(one<HTMLButtonElement>('button').disabled).toBe(true);
    await write(labelled('Name'), 'Ada');
    await write(labelled('Password'), 'secret');
    await write(labelled('Street'), 'Main Street 1');
    await click(labelled('Events'));
    expect(one('text').textContent).toBe('2 topics');
    await click(labelled('Paid'));
    await click('picker');
    const list = document.querySelector('dialog select') as HTMLSelectElement;
    expect(Array.from(list.options, ({ text }) => text)).toEqual(['France', 'Japan']);
    list.selectedIndex = 1;
    list.dispatchEvent(new Event('change', { bubbles: true }));
    await click(document.querySelectorAll('dialog button')[1]);
    expect(one('picker').textContent?.trim()).toBe('Country: Japan');
    await click(labelled('I agree'));
    await click('button');
    expect(data().sent).toEqual({
      value: {
        name: 'Ada',
        password: 'secret',
        country: 1,
        news: ['a', 'b'],
        plan: 'Paid',
        street: 'Main Street 1',
        terms: true,
      },
      buttonTarget: { dataset: { source: 'form' } },
    });
    expect(errors).toEqual([]);
  });

  it('starts again with what it began with', async () => {
    const { labelled, click, write, data } = await run(files);
    await write(labelled('Name'), 'Ada');
    await click(labelled('Offers'));
    await click(labelled('Paid'));
    await click('button[type=reset]');
    expect(data().forgotten).toBe(true);
    expect([labelled('Name').value, labelled('Offers').checked, labelled('Free').checked]).toEqual([
      '',
      true,
      true,
    ]);
  });
});

describe('a list of tasks', () => {
  it('takes what is typed, clears the field, and keeps ticks with their tasks', async () => {
    const { one, all, click, write, data } = await run({
      'pages/index/index.axml': `
        <input value="{{draft}}" onInput="typed" onConfirm="add" confirm-hold placeholder="What next?" />
        <label a:for="{{tasks}}" a:key="id"><checkbox checked="{{item.done}}" data-id="{{item.id}}" onChange="done" />{{item.text}}</label>
        <button size="mini" onTap="turn">Turn round</button>`,
      'pages/index/index.js': `
        Page({
          data: { draft: '', tasks: [] },
          typed(e) { this.setData({ draft: e.detail.value }); },
          add(e) {
            const id = this.data.tasks.length + 1;
            this.setData({ draft: '', tasks: [...this.data.tasks, { id, text: e.detail.value }] });
          },
          done(e) {
            const at = this.data.tasks.findIndex(({ id }) => id === e.currentTarget.dataset.id);
            this.setData({ ['tasks[' + at + '].done']: e.detail.value });
          },
          turn() { this.setData({ tasks: [...this.data.tasks].reverse() }); },
        });`,
    });
    const field = one<HTMLInputElement>('input');
    for (const text of ['Bread', 'Milk']) {
      await write(field, text);
      press(field, 'Enter');
      await settled();
      expect(field.value).toBe('');
    }
    const boxes = () => all<HTMLInputElement>('checkbox > input').map(({ checked }) => checked);
    await click('checkbox > input');
    await click('button');
    expect(all('label').map(({ textContent }) => textContent)).toEqual(['Milk', 'Bread']);
    expect(boxes()).toEqual([false, true]);
    expect(data().tasks).toEqual([
      { id: 2, text: 'Milk' },
      { id: 1, text: 'Bread', done: true },
    ]);
  });
});

describe('signing in with getAuthorize', () => {
  const files = {
    'pages/index/index.axml': `
      <button open-type="getAuthorize" scope="userInfo" onGetAuthorize="granted" onError="refused">Sign in</button>
      <view a:if="{{user}}">Hello {{user.nickName}}</view><view a:elif="{{why}}">{{why}}</view>`,
    'pages/index/index.js': `
      Page({
        data: {},
        granted() {
          my.getOpenUserInfo({ success: ({ response }) => this.setData({ user: JSON.parse(response).response }) });
        },
        refused({ detail }) { this.setData({ why: detail.type + ' ' + detail.error + ' ' + detail.errorMessage }); },
      });`,
  };
  type Call = { scope: string; success(result: object): void; fail(failure: object): void };

  it('the user agrees', async () => {
    const { click, one } = await run(files, {
      getAuthorize: ({ scope, success }: Call) => success({ scope }),
      getOpenUserInfo: ({ success }: Call) => success({ response: '{"response": {"nickName": "Ada"}}' }),
    });
    await click('button');
    expect(one('view').textContent).toBe('Hello Ada');
  });

  it('the user refuses', async () => {
    const { click, one } = await run(files, {
      getAuthorize: ({ fail }: Call) => fail({ error: 11, errorMessage: 'the user refused' }),
    });
    await click('button');
    expect(one('view').textContent).toBe('getAuthorize 11 the user refused');
  });
});

describe('tabs with a swiper', () => {
  it('tabs and slides go together, also when the slides come later', async () => {
    const { all, click, one, data } = await run({
      'pages/index/index.axml': `
        <view class="tab {{at === index ? 'on' : ''}}" a:for="{{tabs}}" data-at="{{index}}" onTap="go">{{item}}</view>
        <swiper current="{{at}}" onChange="moved"><block a:for="{{tabs}}"><swiper-item><view class="slide">{{item}}</view></swiper-item></block></swiper>`,
      'pages/index/index.js': `
        Page({
          data: { tabs: [], at: 0, moves: 0 },
          onReady() { this.setData({ tabs: ['New', 'Paid', 'Sent'] }); },
          go(e) { this.setData({ at: e.currentTarget.dataset.at }); },
          moved(e) { this.setData({ at: e.detail.current, moves: this.data.moves + 1 }); },
        });`,
    });
    const places = () => all('swiper-item').map(({ style }) => style.transform);
    expect(places()).toEqual(['translateX(0%)', 'translateX(100%)', 'translateX(200%)']);
    await click(all('.tab')[2]);
    expect(places()).toEqual(['translateX(-200%)', 'translateX(-100%)', 'translateX(0%)']);
    press(one('swiper'), 'ArrowLeft');
    await settled();
    expect(one('.on').textContent).toBe('Paid');
    expect(data()).toMatchObject({ at: 1, moves: 2 });
  });
});

describe('a date of two columns', () => {
  it('the second column follows the first', async () => {
    const { all, one } = await run({
      'pages/index/index.axml': `
        <picker-view value="{{value}}" onChange="set">
          <picker-view-column aria-label="Month"><view a:for="{{months}}">{{item}}</view></picker-view-column>
          <picker-view-column aria-label="Day"><view a:for="{{days}}">{{item}}</view></picker-view-column>
        </picker-view><text>{{months[value[0]]}} {{days[value[1]]}}</text>`,
      'pages/index/index.js': `
        const days = (count) => Array.from({ length: count }, (_, i) => i + 1);
        Page({
          data: { months: ['Jan', 'Feb'], days: days(31), value: [0, 30] },
          set({ detail: { value: [month, day] } }) {
            const list = days(month === 1 ? 28 : 31);
            this.setData({ days: list, value: [month, Math.min(day, list.length - 1)] });
          },
        });`,
    });
    const [month, day] = all('picker-view-column');
    press(month as Element, 'ArrowDown');
    await settled();
    expect(one('text').textContent).toBe('Feb 28');
    expect(day?.getAttribute('aria-valuetext')).toBe('28');
    expect(day?.children).toHaveLength(28);
  });
});

describe('settings', () => {
  it('a controlled switch waits for the program, a slider shows what it is at', async () => {
    const { one, click, data } = await run({
      'pages/index/index.axml': `
        <switch controlled checked="{{on}}" onChange="ask" /><slider value="{{volume}}" show-value onChange="set" />
        <progress percent="{{volume}}" />`,
      'pages/index/index.js': `
        Page({
          data: { on: false, volume: 10, asked: 0 },
          ask() { this.setData({ asked: this.data.asked + 1, on: this.data.asked > 0 }); },
          set(e) { this.setData({ volume: e.detail.value }); },
        });`,
    });
    const box = one<HTMLInputElement>('a-switch > input');
    await click(box);
    expect([box.checked, data().asked]).toEqual([false, 1]);
    await click(box);
    expect(box.checked).toBe(true);
    const range = one<HTMLInputElement>('slider > input');
    range.value = '60';
    range.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    expect([one('a-value').textContent, one('a-progress').getAttribute('aria-valuenow')]).toEqual([
      '60',
      '60',
    ]);
  });
});
