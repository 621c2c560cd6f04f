import { Component, type ReactNode } from 'react';
import { MessagesContext } from '../context.ts';
import { Button } from './button.tsx';

/** Keeps a failure of one part of the screen to that part. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | undefined }> {
  static override contextType = MessagesContext;
  declare context: React.ContextType<typeof MessagesContext>;
  override state: { error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    const m = this.context;
    if (!error || !m) return this.props.children;
    return (
      <div role="alert" className="flex h-full flex-col items-start gap-2 overflow-auto p-4">
        <p className="font-medium text-failed">{m.errors.crashed}</p>
        <p className="text-muted">{m.errors.crashedHelp}</p>
        <code className="text-xs break-words">{error.message}</code>
        <Button look="plain" onClick={() => this.setState({ error: undefined })}>
          {m.errors.again}
        </Button>
      </div>
    );
  }
}
