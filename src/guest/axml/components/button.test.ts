// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { takeShareButton } from './button.ts';
import { program } from './testing.ts';

type Args = Record<string, (answer: unknown) => void> & { scope?: string };

/** A `my` that keeps what it is called with. */
function my(...names: string[]) {
  const calls: [string, Args | undefined][] = [];
  return {
    calls,
    my: Object.fromEntries(names.map((name) => [name, (args?: Args) => void calls.push([name, args])])),
  };
}

describe('button', () => {
  it('is a button by its text, and does nothing to a form by itself', () => {
    const { el, show, get, told } = program();
    show(el('form', { onSubmit: 's', onReset: 'r' }, el('button', { type: 'primary', size: 'mini' }, 'Go')));
    expect(get<HTMLButtonElement>('button').type).toBe('button');
    expect(get('button').className).toBe('a-button a-primary a-mini');
    get('button').click();
    expect(told()).toEqual([]);
  });

  it('disabled and loading are said', () => {
    const { el, show, get } = program();
    show(el('button', { disabled: true, loading: true }, 'Wait'));
    expect(get<HTMLButtonElement>('button').disabled).toBe(true);
    expect(get('button').getAttribute('aria-busy')).toBe('true');
    show(el('button', { disabled: 'false', loading: false }, 'Wait'));
    expect(get<HTMLButtonElement>('button').disabled).toBe(false);
    expect(document.querySelector('a-spin')).toBeNull();
  });

  it('open-type getAuthorize asks for the scope and fires getAuthorize', () => {
    const { my: api, calls } = my('getAuthorize');
    const { el, show, get, told } = program(api);
    show(
      el('button', {
        'open-type': 'getAuthorize',
        scope: 'phoneNumber',
        onGetAuthorize: 'yes',
        onError: 'no',
      }),
    );
    get('button').click();
    expect(calls[0]?.[1]?.scope).toBe('phoneNumber');
    calls[0]?.[1]?.success?.({ authCode: 'x' });
    expect(told()).toEqual([['getAuthorize', {}]]);
  });

  it('open-type getAuthorize that fails fires error with type, error and errorMessage', () => {
    const { my: api, calls } = my('getAuthorize');
    const { el, show, get, told } = program(api);
    show(el('button', { openType: 'getAuthorize', scope: 'userInfo', onGetAuthorize: 'yes', onError: 'no' }));
    get('button').click();
    calls[0]?.[1]?.fail?.({ error: 11, errorMessage: 'refused' });
    expect(told()).toEqual([['error', { type: 'getAuthorize', error: 11, errorMessage: 'refused' }]]);
  });

  it('open-type share shows the share panel', () => {
    const { my: api, calls } = my('showSharePanel');
    const { el, show, get } = program(api);
    show(el('button', { 'open-type': 'share', 'data-id': 7 }));
    get('button').click();
    expect(calls).toEqual([['showSharePanel', undefined]]);
    expect(takeShareButton()).toMatchObject({ from: 'button', target: { dataset: { id: 7 } } });
    expect(takeShareButton()).toBeUndefined();
  });

  it('any other open-type is the JSAPI of that name, its answer the event of that name', () => {
    const { my: api, calls } = my('getPhoneNumber');
    const { el, show, get, told } = program(api);
    show(el('button', { 'open-type': 'getPhoneNumber', onGetPhoneNumber: 'got' }));
    get('button').click();
    calls[0]?.[1]?.success?.({ response: '{}' });
    expect(told()).toEqual([['getPhoneNumber', { response: '{}' }]]);
  });
});

describe('navigator', () => {
  it.each([
    [{ url: './next' }, 'navigateTo', { url: './next' }],
    [{ url: '/a', 'open-type': 'redirect' }, 'redirectTo', { url: '/a' }],
    [{ url: '/a', openType: 'switchTab' }, 'switchTab', { url: '/a' }],
    [{ url: '/a', 'open-type': 'reLaunch' }, 'reLaunch', { url: '/a' }],
    [{ 'open-type': 'navigateBack', delta: '2' }, 'navigateBack', { delta: 2 }],
  ])('%o calls my.%s', (attrs, name, args) => {
    const { my: api, calls } = my('navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack');
    const { el, show, get } = program(api);
    show(el('navigator', attrs, 'Next'));
    expect(get('navigator').getAttribute('role')).toBe('link');
    get('navigator').click();
    get('navigator').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(calls).toEqual([
      [name, args],
      [name, args],
    ]);
  });
});
