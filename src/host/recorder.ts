import type { Rule } from '../contract/rule.ts';
import type { RuleInUse } from './rules.ts';
import type { Simulator } from './simulator.ts';

/** Records what is changed from outside of any hop: the clock, the rules, and what the phone shows. */
export function recordOutside(simulator: Simulator): void {
  const { trace, clock, device, rules, gate } = simulator;
  clock.onChange((jumped) => {
    // While a recording is done again, its own clock events are.
    if (gate.replay && !gate.replay.over) return;
    trace.append({ type: 'clock', mode: clock.frozen ? 'frozen' : 'real', speed: clock.speed, jumped });
  });
  device.onChange(() => {
    const view = trace.payloads.put(device.view);
    if (JSON.stringify(view) !== JSON.stringify(trace.state.device)) trace.append({ type: 'device', view });
  });
  let last = '[]';
  rules.onChange(() => {
    const list = rules.list.map(ruleOf);
    const text = JSON.stringify(list);
    if (text !== last) trace.append({ type: 'rules', rules: list });
    last = text;
  });
}

function ruleOf({ used: _used, left: _left, ...rule }: RuleInUse): Rule {
  return rule;
}
