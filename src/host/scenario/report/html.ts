import type { PlayedScenario } from './played.ts';

/** The results as one page that needs nothing else: what failed first, then all of it by dialect. */
export function htmlReport(played: readonly PlayedScenario[]): string {
  const failed = played.filter(({ result }) => result.status !== 'passed');
  const dialects = [...new Set(played.map(({ result }) => result.dialect))];
  const title =
    failed.length === 0
      ? `All ${played.length} scenarios passed`
      : `${failed.length} of ${played.length} scenarios failed`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1 class="${failed.length === 0 ? 'passed' : 'failed'}">${escaped(title)}</h1>
${failed.length === 0 ? '' : section('What failed', failed, true)}
${dialects
  .map((dialect) =>
    section(
      dialect,
      played.filter(({ result }) => result.dialect === dialect),
      false,
    ),
  )
  .join('\n')}
</main>
</body>
</html>
`;
}

function section(title: string, played: readonly PlayedScenario[], open: boolean): string {
  const failed = played.filter(({ result }) => result.status !== 'passed').length;
  const count = failed === 0 ? `${played.length} passed` : `${failed} of ${played.length} failed`;
  return `<details${open ? ' open' : ''}>
<summary><h2>${escaped(title)}</h2> <span class="${failed === 0 ? 'passed' : 'failed'}">${count}</span></summary>
<div class="table" role="region" aria-label="${escaped(title)}" tabindex="0">
<table>
<thead><tr><th scope="col">Status</th><th scope="col">Scenario</th><th scope="col">Step</th><th scope="col">Code</th></tr></thead>
<tbody>
${played.map(row).join('\n')}
</tbody>
</table>
</div>
</details>`;
}

function row({ result, when }: PlayedScenario): string {
  const { status, name, title, step, code, problems } = result;
  const list = problems.map((problem) => `<li>${escaped(problem)}</li>`).join('');
  return `<tr class="${status}"><td>${status}</td><td><strong>${escaped(title)}</strong><br><code>${escaped(name)}</code>${
    when === '' ? '' : `<p>${escaped(when)}</p>`
  }${list === '' ? '' : `<ul>${list}</ul>`}</td><td><code>${escaped(step ?? '')}</code></td><td><code>${escaped(code ?? '')}</code></td></tr>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1c2024, #e6e8ea); --soft: light-dark(#5b6570, #a3acb5);
  --page: light-dark(#fff, #14171a); --line: light-dark(#d8dde2, #343a40); --good: light-dark(#18713c, #6fd39a);
  --bad: light-dark(#b3261e, #ff9a92); --bad-page: light-dark(#fdf0ef, #2c1917); }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; } h2 { display: inline; font-size: 1.1rem; }
.passed > td:first-child, span.passed, h1.passed { color: var(--good); }
.failed > td:first-child, .error > td:first-child, span.failed, h1.failed { color: var(--bad); font-weight: 600; }
tr.failed, tr.error { background: var(--bad-page); }
details { border-top: 1px solid var(--line); padding: .75rem 0; } summary { cursor: pointer; }
.table { overflow-x: auto; margin-top: .75rem; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; }
code { font: .875em ui-monospace, monospace; overflow-wrap: anywhere; } td > code { color: var(--soft); }
td:nth-child(n + 3) code { white-space: nowrap; }
p { margin: .25rem 0 0; color: var(--soft); } ul { margin: .25rem 0 0; padding-left: 1.25rem; color: var(--bad); }
`;
