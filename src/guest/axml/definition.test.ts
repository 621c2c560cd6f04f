import { describe, expect, it } from 'vitest';
import { cloned, defined, initialData } from './definition.ts';

describe('mixins', () => {
  it('of props, methods and data the component wins, then the last mixin', () => {
    const first = { props: { a: 1, b: 1 }, data: { x: 1, y: 1 }, methods: { m: () => 1, n: () => 1 } };
    const second = { props: { b: 2 }, data: { y: 2 }, methods: { n: () => 2 } };
    const definition = defined({ mixins: [first, second], props: { a: 3 }, methods: { m: () => 3 } });
    expect(definition.props).toEqual({ a: 3, b: 2 });
    expect(initialData(definition.data, cloned)).toEqual({ x: 1, y: 2 });
    expect((definition.methods.m as () => number)()).toBe(3);
    expect((definition.methods.n as () => number)()).toBe(2);
  });

  it('lifecycles are all called: nested mixins first, then in order, the component last', () => {
    const order: string[] = [];
    const says = (name: string) => ({ didMount: () => void order.push(name) });
    const { hooks } = defined({
      ...says('component'),
      mixins: [{ ...says('first'), mixins: [says('inside of the first')] }, says('second')],
    });
    for (const hook of hooks.didMount ?? []) hook();
    expect(order).toEqual(['inside of the first', 'first', 'second', 'component']);
  });

  it('a mixin that is used twice is called twice; one that contains itself ends', () => {
    const twice = { didMount: () => undefined };
    expect(defined({ mixins: [twice, twice] }).hooks.didMount).toHaveLength(2);
    const loop: { mixins: object[]; didMount(): void } = { mixins: [], didMount: () => undefined };
    loop.mixins.push(loop);
    expect(defined({ mixins: [loop] }).hooks.didMount).toHaveLength(1);
  });

  it('lifetimes and observers have to be switched on', () => {
    const parts = { lifetimes: { attached: () => undefined }, observers: { a: () => undefined } };
    const off = defined(parts);
    expect([off.hooks.attached, off.observers]).toEqual([undefined, []]);
    const on = defined({ ...parts, options: { lifetimes: true, observers: true } });
    expect([on.hooks.attached?.length, on.observers.length]).toEqual([1, 1]);
  });
});
