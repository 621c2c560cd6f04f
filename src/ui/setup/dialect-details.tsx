import type { Dialect } from '../../contract/dialects/schema.ts';
import { silentScopes } from '../../contract/dialects/translate.ts';
import { useMessages, useSimulator } from '../context.ts';
import { choose } from './choose.ts';

const FIELD =
  'mt-0.5 h-7 w-full cursor-pointer rounded-control border border-line bg-surface px-1.5 text-xs text-text';

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
      <label>
        {m.setup.silent}
        <select
          value={policy?.id}
          disabled={dialect.silentPolicies.length < 2}
          onChange={(event) => choose(simulator, { silentPolicy: event.target.value })}
          className={FIELD}
        >
          {dialect.silentPolicies.map((one) => (
            <option key={one.id} value={one.id}>
              {one.id} · {m.sources[one.source]}
            </option>
          ))}
        </select>
      </label>
      <p>{policy?.description}</p>
      <p>
        {m.setup.silentHelp} <code className="text-text">{silent.join(', ') || '–'}</code>
      </p>
      <label>
        {m.setup.failureShape}
        <select
          value={choice.failureShape ?? 'dialect'}
          onChange={(event) => {
            const shape = (['both', 'error', 'authErrorScopes'] as const).find(
              (one) => one === event.target.value,
            );
            choose(simulator, { failureShape: shape });
          }}
          className={FIELD}
        >
          <option value="dialect">{m.setup.shapes.dialect(m.setup.shapes[dialect.failure.shape])}</option>
          {(['both', 'error', 'authErrorScopes'] as const).map((shape) => (
            <option key={shape} value={shape}>
              {m.setup.shapes[shape]}
            </option>
          ))}
        </select>
      </label>
      <DialectLines dialect={dialect} silent={new Set(silent)} />
    </div>
  );
}

/** Every scope and code of the dialect, with the document that it is from. */
function DialectLines({ dialect, silent }: { dialect: Dialect; silent: ReadonlySet<string> }) {
  const m = useMessages();
  return (
    <details>
      <summary className="rounded-sm hover:text-text">{m.setup.lines}</summary>
      <table className="mt-1 w-full table-fixed border-collapse text-left [&_td]:border-t [&_td]:border-line [&_td]:py-1 [&_td]:pr-2 [&_td]:align-top [&_td]:break-words">
        <caption className="sr-only">{m.setup.lines}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{m.setup.scope}</th>
            <th scope="col">{m.detail.document}</th>
          </tr>
        </thead>
        <tbody>
          {dialect.scopes.map((scope) => (
            <tr key={scope.name}>
              <td>
                <code className="text-text">{scope.name}</code>
                {silent.has(scope.name) && <span className="block">{m.setup.silentWord}</span>}
              </td>
              <td>
                {scope.description}
                <span className="block">{m.setup.from(m.sources[scope.source])}</span>
              </td>
            </tr>
          ))}
          {dialect.codes.map((line) => (
            <tr key={line.code}>
              <td>
                {m.setup.code} <code className="text-text">{String(line.code)}</code>
              </td>
              <td>
                {line.message}
                <span className="block">{m.setup.from(m.sources[line.source])}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
