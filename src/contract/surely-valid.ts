import type { z } from 'zod/mini';

type Check = (value: unknown) => boolean;
type Schema = z.core.$ZodType;

/** Whoever asks must ask the schema itself. */
const UNSURE: Check = () => false;
const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * Reads a schema once, so that many values can be checked against it many times as fast as by it: nothing is copied, no
 * problem is described.
 * @returns true: the schema accepts the value. False: it may not, and says why; a schema of which some part is not known
 *   here is never sure.
 */
export function surelyValid(schema: Schema): Check {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const kind = checkOfKind(def);
  const more = [...('format' in def ? [def] : []), ...(def.checks ?? []).map(({ _zod }) => _zod.def)].map(
    checkMore,
  );
  if (kind === UNSURE || more.includes(UNSURE)) return UNSURE;
  if (more.length === 0) return kind;
  return (value) => kind(value) && more.every((check) => check(value));
}

function checkOfKind(def: z.core.$ZodTypes['_zod']['def']): Check {
  switch (def.type) {
    case 'unknown':
      return () => true;
    case 'string':
      return (value) => typeof value === 'string';
    case 'number':
      return Number.isFinite;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'literal':
      return oneOf(def.values);
    case 'enum':
      return oneOf(Object.values(def.entries));
    case 'optional': {
      const inner = surelyValid(def.innerType);
      return (value) => value === undefined || inner(value);
    }
    case 'nullable': {
      const inner = surelyValid(def.innerType);
      return (value) => value === null || inner(value);
    }
    case 'array': {
      const item = surelyValid(def.element);
      return (value) => {
        if (!Array.isArray(value)) return false;
        // `every` passes over holes.
        for (const one of value) if (!item(one)) return false;
        return true;
      };
    }
    case 'union': {
      const options = def.options.map(surelyValid);
      return (value) => options.some((option) => option(value));
    }
    case 'object':
      return checkOfObject(def);
    default:
      return UNSURE;
  }
}

function oneOf(values: readonly unknown[]): Check {
  const [only] = values;
  if (values.length === 1) return (value) => value === only;
  return (value) => values.includes(value);
}

/** What is not named in its shape may stand in a loose object; in any other it is left to the schema. */
function checkOfObject({ shape, catchall }: z.core.$ZodObjectDef): Check {
  const members = Object.entries(shape).map(([key, schema]) => {
    // That a member which may be anything is missing is for the schema to judge.
    const check = surelyValid(schema);
    return { key, check, optional: schema._zod.def.type === 'optional' };
  });
  const loose = catchall?._zod.def.type === 'unknown';
  return (value) => {
    if (!isObject(value)) return false;
    let named = 0;
    for (const { key, check, optional } of members) {
      const member = value[key];
      if (member === undefined ? !optional : !check(member)) return false;
      if (member !== undefined) named++;
    }
    if (loose) return true;
    for (const _ in value) named--;
    return named === 0;
  };
}

/** What is asked of a value beside its kind. */
function checkMore(def: z.core.$ZodCheckDef | z.core.$ZodTypes['_zod']['def']): Check {
  const of = def as z.core.$ZodChecks['_zod']['def'] | z.core.$ZodCustomDef;
  switch (of.check) {
    case 'number_format':
      return of.format === 'safeint' ? Number.isSafeInteger : UNSURE;
    case 'greater_than':
      return of.inclusive
        ? (value) => Number(value) >= Number(of.value)
        : (value) => Number(value) > Number(of.value);
    case 'less_than':
      return of.inclusive
        ? (value) => Number(value) <= Number(of.value)
        : (value) => Number(value) < Number(of.value);
    case 'min_length':
      return (value) => (value as string).length >= of.minimum;
    case 'max_length':
      return (value) => (value as string).length <= of.maximum;
    case 'string_format': {
      const { pattern } = of;
      if (of.format !== 'regex' || !pattern || pattern.global || pattern.sticky) return UNSURE;
      return (value) => pattern.test(value as string);
    }
    case 'custom': {
      const { fn } = of;
      return (value) => fn(value) === true;
    }
    default:
      return UNSURE;
  }
}
