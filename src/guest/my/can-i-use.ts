import { CALLBACKS, jsapiInfo } from '../../contract/jsapi/names.ts';

/**
 * `my.canIUse('name')` and `my.canIUse('api.type.parameter.option')`: type `object` (or `param`) asks for an option,
 * `return`, `success` or `callback` for a field of the answer. Components (`button.open-type`) are not there: an
 * HTML5 program has none. An option's value cannot be looked up, the option decides.
 * @param has whether `my` has that name in this run
 */
export function canIUse(query: unknown, has: (name: string) => boolean): boolean {
  if (typeof query !== 'string') return false;
  const [name = '', type, parameter] = query.split('.');
  const info = jsapiInfo(name);
  if (!info || !has(name)) return false;
  if (type === undefined) return true;
  const isAsync = info.kind === 'async';
  switch (type) {
    case 'object':
    case 'param':
      return (
        parameter === undefined || info.options.includes(parameter) || (isAsync && isCallback(parameter))
      );
    case 'return':
    case 'callback':
    case 'success':
      return parameter === undefined || info.results.includes(parameter);
    default:
      return parameter === undefined && isAsync && isCallback(type);
  }
}

const isCallback = (name: string) => CALLBACKS.some((known) => known === name);
