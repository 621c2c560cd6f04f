import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { start } from './start.ts';
import { StartFailure } from './start-failure.tsx';
import './theme.css';

const element = document.getElementById('root');
if (!element) throw new Error('index.html: expected an element with the id "root"');
const root = createRoot(element);
start((started) => root.render(<App {...started} />)).catch((error: unknown) => {
  root.render(<StartFailure message={error instanceof Error ? error.message : String(error)} />);
});
