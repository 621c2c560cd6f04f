// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { handMade, settled, started } from './testing.ts';

// biome-ignore lint/suspicious/noExplicitAny: `this` of a program's functions
type This = any;
declare const Page: (options: object) => void;
declare const App: (options: object) => void;
declare const Component: (options: object) => void;
declare const getCurrentPages: () => This[];

describe('a page', () => {
  it('is loaded, shown and drawn, in this order', async () => {
    const order: string[] = [];
    const { page, told } = await started(
      handMade({
        app: () => App({ onLaunch: () => order.push('launch'), onShow: () => order.push('app shown') }),
        pages: {
          'pages/a/a': {
            script: () =>
              Page({
                data: { name: 'a' },
                onLoad(query: object) {
                  order.push(`load ${JSON.stringify(query)}`);
                },
                onShow: () => order.push('show'),
                onReady: () => order.push(`ready ${document.querySelector('view')?.textContent}`),
              }),
            template: (d, $) => [$.el('view', { class: 'x' }, null, [`I am ${$.text(d.name)}`])],
            config: { defaultTitle: 'A' },
          },
        },
      }),
      ['pages/a/a?id=1'],
    );
    expect(order).toEqual(['launch', 'app shown', 'load {"id":"1"}', 'show', 'ready I am a']);
    expect(page.innerHTML).toBe('<view class="x">I am a</view>');
    expect(told.at(-1)).toEqual({
      stack: ['pages/a/a?id=1'],
      bar: { title: 'A', loading: false, back: false, home: false },
    });
  });

  it('shows what setData sets, and calls back when it is drawn', async () => {
    let page: This;
    const { page: root, errors } = await started(
      handMade({
        pages: {
          a: {
            script: () =>
              Page({
                data: { list: [{ name: 'one' }, { name: 'two' }] },
                onLoad() {
                  page = this;
                },
              }),
            template: (d, $) => [
              $.each(d.list, [], null, (item) => [
                $.el('text', null, null, [$.text((item as { name: string }).name)]),
              ]),
            ],
          },
        },
      }),
    );
    expect(root.textContent).toBe('onetwo');
    const seen: string[] = [];
    page.setData({ 'list[1].name': 'three' }, () => seen.push(root.textContent ?? ''));
    expect(page.data.list[1].name).toBe('three');
    await settled();
    expect(seen).toEqual(['onethree']);
    expect(errors).toEqual([]);
    expect(getCurrentPages()).toEqual([page]);
    expect(page.route).toBe('a');
  });
});

describe('a component', () => {
  it('is made, mounted and updated in the documented order', async () => {
    const order: string[] = [];
    let page: This;
    const { page: root, errors } = await started(
      handMade({
        components: {
          card: {
            script: () =>
              Component({
                data: { n: 1 },
                props: { label: 'default' },
                onInit() {
                  order.push('init');
                  (this as This).setData({ n: 2 });
                },
                deriveDataFromProps(next: This) {
                  order.push(`derive ${next.label}`);
                },
                didMount: () => order.push('mount'),
                didUpdate(props: This, data: This) {
                  order.push(`update ${props.label} ${data.n}`);
                },
                didUnmount: () => order.push('unmount'),
              }),
            template: (d, $) => [
              $.el('view', null, null, [$.text(d.label), $.text(d.n), $.slot('', null, null)]),
            ],
          },
        },
        pages: {
          a: {
            using: { card: 'card' },
            script: () =>
              Page({
                data: { label: 'one', on: true },
                onLoad() {
                  page = this;
                },
                onReady: () => order.push('ready'),
              }),
            template: (d, $) => [
              d.on
                ? $.comp('card', { label: d.label }, null, { default: () => [`slot ${$.text(d.label)}`] })
                : null,
            ],
          },
        },
      }),
    );
    expect(errors).toEqual([]);
    expect(root.innerHTML).toBe('<view class="c-card">one2slot one</view>');
    expect(order.splice(0)).toEqual(['init', 'derive one', 'mount', 'ready']);
    page.setData({ label: 'two' });
    await settled();
    expect(root.innerHTML).toBe('<view class="c-card">two2slot two</view>');
    expect(order.splice(0)).toEqual(['derive two', 'update one 2']);
    page.setData({ on: false });
    await settled();
    expect(order).toEqual(['unmount']);
  });
});
