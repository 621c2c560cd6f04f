import { describe, expect, it } from 'vitest';
import { assertShutIn, featurePolicy, shutIn } from './sandbox.ts';

function element() {
  const attributes = new Map<string, string>();
  return {
    attributes,
    setAttribute: (name: string, value: string) => void attributes.set(name, value),
    getAttribute: (name: string) => attributes.get(name) ?? null,
  };
}

describe('a mini program’s frame is shut in', () => {
  it('scripts and forms only: no origin of its own, no popups, no modals, no top navigation', () => {
    const iframe = element();
    shutIn(iframe, undefined);
    expect(iframe.attributes.get('sandbox')).toBe('allow-scripts allow-forms');
    expect(iframe.attributes.get('referrerpolicy')).toBe('no-referrer');
  });

  it.each([null, '', 'allow-scripts', 'allow-scripts allow-forms allow-same-origin'])(
    'any other sandbox throws: %j',
    (value) => {
      const iframe = element();
      if (value !== null) iframe.setAttribute('sandbox', value);
      expect(() => assertShutIn(iframe)).toThrow('allow-scripts allow-forms');
    },
  );

  it('every feature is none; those that the browser does not know are left out', () => {
    expect(featurePolicy(['camera', 'usb', 'not-in-the-list'])).toBe("camera 'none'; usb 'none'");
    expect(featurePolicy(undefined)).toMatch(/^accelerometer 'none';.*geolocation 'none'/);
  });
});
