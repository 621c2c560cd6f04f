import type { Rule } from '../contract/rule.ts';
import type { RuleInUse } from './rules.ts';
import type { Simulator } from './simulator.ts';

/** What is changed from outside of any hop, and not recorded: it is put back as it was. */
export interface Recorder {
  quietly(task: () => void): void;
}

/** Records what is changed from outside of any hop: the clock, the rules, and what the phone shows. */
export function recordOutside(simulator: Simulator): Recorder {
  const { trace, clock, device, rules, gate } = simulator;
  let quiet = false;
  clock.onChange((jumped) => {
    // While a recording is done again, its own clock events are.
    if (quiet || (gate.replay && !gate.replay.over)) return;
    trace.append({ type: 'clock', mode: clock.frozen ? 'frozen' : 'real', speed: clock.speed, jumped });
  });
  device.onChange(() => {
    if (quiet) return;
    const view = trace.payloads.put(device.view);
    if (JSON.stringify(view) !== JSON.stringify(trace.state.device)) trace.append({ type: 'device', view });
  });
  rules.onChange(() => {
    if (quiet) return;
    const list = rules.list.map(ruleOf);
    if (JSON.stringify(list) !== JSON.stringify(trace.state.rules ?? []))
      trace.append({ type: 'rules', rules: list });
  });
  return {
    quietly(task) {
      quiet = true;
      try {
        task();
      } finally {
        quiet = false;
      }
    },
  };
}

function ruleOf({ used: _used, left: _left, ...rule }: RuleInUse): Rule {
  return rule;
}
