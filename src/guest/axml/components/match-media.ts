import { h } from 'preact';
import type { Builtin } from '../builtin.ts';
import { elementProps, isOn } from '../element.ts';
import { useAgain, useDone } from './hooks.ts';

const RULES = ['min-width', 'max-width', 'width', 'min-height', 'max-height', 'height', 'orientation'];

/** `match-media`: what is inside is there while the screen is as its attributes say. */
export const MatchMedia: Builtin = ({ tag, attrs, owner, children }) => {
  const again = useAgain();
  const rules = Object.entries(attrs).flatMap(([name, value]) => {
    const rule = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (!RULES.includes(rule) || !isOn(value)) return [];
    return `(${rule}: ${value}${rule === 'orientation' || /[a-z]$/i.test(String(value)) ? '' : 'px'})`;
  });
  const query = rules.join(' and ');
  const media = globalThis.matchMedia?.(query);
  useDone(() => {
    media?.addEventListener('change', again);
    return () => media?.removeEventListener('change', again);
  }, [query]);
  return h('match-media', elementProps(owner, attrs, {}, tag), media?.matches !== false && children);
};
