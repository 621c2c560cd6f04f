import type { FailureShape } from '../../../contract/dialects/translate.ts';
import { explainTranslation } from '../../../contract/dialects/translate.ts';
import type { Hop } from '../../../host/hops.ts';
import { useMessages, useScreen } from '../../context.ts';
import { authOutcome } from '../../lib/auth-outcome.ts';
import { Chain } from './chain.tsx';
import { Paragraph, SourceLabel } from './explanation.tsx';

/** Why a hop failed, and what the dialect has to do with it. */
export function Why({ hop }: { hop: Hop }) {
  return (
    <>
      <Chain hop={hop} />
      <Ending hop={hop} />
      <DialectLines hop={hop} />
    </>
  );
}

/** How the user ended the dialog, in words. */
function Ending({ hop }: { hop: Hop }) {
  const m = useMessages();
  const words = hop.step === 'user.authorize' ? m.stepTexts.endings[hop.code ?? ''] : undefined;
  return words && <Paragraph title={m.detail.means}>{words}</Paragraph>;
}

/** One line of the dialect for each part of what the mini program received. */
function DialectLines({ hop }: { hop: Hop }) {
  const m = useMessages();
  const { index, simulator } = useScreen();
  if (hop.step !== 'jsapi.getAuthCode' || !hop.verdict) return null;
  const run = index.run(hop.run);
  const dialect = simulator.dialects.find((one) => one.id === (run?.dialect ?? simulator.choice.dialect));
  if (!dialect) return null;
  const outcome = authOutcome(simulator.trace.payloads, hop);
  const shape: FailureShape | undefined =
    simulator.run?.id === hop.run ? simulator.run.choice.failureShape : undefined;
  const lines = outcome ? explainTranslation(dialect, outcome, shape ? { failureShape: shape } : {}) : [];
  const code = dialect.codes.find((line) => String(line.code) === hop.code);
  if (lines.length === 0 && !code) return null;
  return (
    <Paragraph title={m.detail.dialectLine(dialect.title)}>
      <ul className="flex flex-col gap-1.5">
        {lines.map((line) => (
          <li key={line.part}>
            <code className="text-xs">{line.part}</code> <SourceLabel source={line.source} />
            <span className="block">{line.text}</span>
          </li>
        ))}
        {lines.length === 0 && code && (
          <li>
            <code className="text-xs">{String(code.code)}</code> {code.message}{' '}
            <SourceLabel source={code.source} />
          </li>
        )}
        {code?.asPrinted && <li className="text-muted">{m.detail.printed(code.asPrinted)}</li>}
        {code?.furtherAction && <li className="text-muted">{m.detail.further(code.furtherAction)}</li>}
        {code?.note && <li className="text-muted">{m.detail.note(code.note)}</li>}
      </ul>
    </Paragraph>
  );
}
