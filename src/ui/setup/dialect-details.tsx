import type { Dialect } from '../../contract/dialects/schema.ts';
import { silentScopes } from '../../contract/dialects/translate.ts';
import { useMessages, useSimulator } from '../context.ts';
import { choose } from './choose.ts';

const FIELD =
  'mt-0.5 h-7 w-full cursor-pointer rounded-control border border-line bg-surface px-1.5 text-xs text-text disabled:cursor-default';
const SHAPES = ['both', 'error', 'authErrorScopes'] as const;

/** The settings that a dialect leaves open, and where each of its lines is from. */
export function DialectDetails({ dialect }: { dialect: Dialect }) {
  const m = useMessages();
  const simulator = useSimulator('simulator');
  const { choice } = simulator;
  const policy =
    dialect.silentPolicies.find((one) => one.id === choice.silentPolicy) ?? dialect.silentPolicies[0];
  const silent = silentScopes(dialect, choice.silentPolicy);
  return (
    <div className="flex flex-col gap-2 px-2 pb-2.5 pl-7 text-xs text-muted">
      <label title={policy?.description}>
        {m.setup.silent}
        <select
          value={policy?.id}
          disabled={dialect.silentPolicies.length < 2}
          onChange={(event) => choose(simulator, { silentPolicy: event.target.value })}
          className={FIELD}
        >
          {dialect.silentPolicies.map((one) => (
            <option key={one.id} value={one.id}>
              {one.id}
            </option>
          ))}
        </select>
      </label>
      <p>
        {m.setup.silentHelp} <code className="break-words text-text">{silent.join(', ') || '–'}</code>
      </p>
      <label>
        {m.setup.failureShape}
        <select
          value={choice.failureShape ?? 'dialect'}
          onChange={(event) =>
            choose(simulator, { failureShape: SHAPES.find((one) => one === event.target.value) })
          }
          className={FIELD}
        >
          <option value="dialect">{m.setup.shapes.dialect}</option>
          {SHAPES.map((shape) => (
            <option key={shape} value={shape}>
              {m.setup.shapes[shape]}
            </option>
          ))}
        </select>
      </label>
      {choice.failureShape === undefined && <p>{m.setup.shapes[dialect.failure.shape]}</p>}
      <DialectLines dialect={dialect} silent={new Set(silent)} policy={policy?.description ?? ''} />
    </div>
  );
}

/** Every scope and code of the dialect, with the document that it is from. */
function DialectLines({
  dialect,
  silent,
  policy,
}: {
  dialect: Dialect;
  silent: ReadonlySet<string>;
  policy: string;
}) {
  const m = useMessages();
  return (
    <details>
      <summary className="rounded-sm hover:text-text">{m.setup.lines}</summary>
      <p className="my-1.5">{policy}</p>
      <dl className="divide-y divide-line border-t border-line">
        {dialect.scopes.map((scope) => (
          <div key={scope.name} className="py-1">
            <dt>
              <code className="text-text">{scope.name}</code>
              {silent.has(scope.name) && ` · ${m.setup.silentWord}`}
            </dt>
            <dd>
              {scope.description} {m.setup.from(m.sources[scope.source])}
            </dd>
          </div>
        ))}
        {dialect.codes.map((line) => (
          <div key={line.code} className="py-1">
            <dt>
              {m.setup.code} <code className="text-text">{String(line.code)}</code>
            </dt>
            <dd className="break-words">
              {line.message} {m.setup.from(m.sources[line.source])}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
