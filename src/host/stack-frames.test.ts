import { describe, expect, it } from 'vitest';
import { stackFrames } from './stack-frames.ts';

describe('the calls in a stack', () => {
  it('of Chromium', () => {
    const stack = `TypeError: Cannot read properties of undefined (reading 'text')
    at label (miniauth://kit/~units/1/pages/index/index.js:12:18)
    at Object.fail [as onTap] (miniauth://kit/~units/1/pages/index/index.js:40:5)
    at async Promise.all (index 0)
    at async load (http://kit.localhost/a b.js:1:1)
    at new Map (<anonymous>)
    at http://kit.localhost:6464/__miniauth__/axml.js:1:20`;
    expect(stackFrames(stack)).toEqual([
      { name: 'label', url: 'miniauth://kit/~units/1/pages/index/index.js', line: 12, column: 18 },
      {
        name: 'Object.fail [as onTap]',
        url: 'miniauth://kit/~units/1/pages/index/index.js',
        line: 40,
        column: 5,
      },
      { name: '', url: 'http://kit.localhost:6464/__miniauth__/axml.js', line: 1, column: 20 },
    ]);
  });

  it('of Firefox and Safari', () => {
    expect(stackFrames('label@miniauth://kit/u.js:12:18\n@http://x/a.js:1:2\n[native code]')).toEqual([
      { name: 'label', url: 'miniauth://kit/u.js', line: 12, column: 18 },
      { name: '', url: 'http://x/a.js', line: 1, column: 2 },
    ]);
  });

  it('are none where there is none, and not more than a reader would look at', () => {
    expect(stackFrames('Error: at noon (in 10:30:20)')).toEqual([]);
    expect(stackFrames('')).toEqual([]);
    expect(stackFrames('f@u:1:1\n'.repeat(100))).toHaveLength(30);
  });
});
