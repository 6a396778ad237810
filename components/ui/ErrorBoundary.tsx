import { Component, type ReactNode } from 'react';
import { problemIn } from '../../lib/domain/problem.ts';
import { ProblemNotice } from './Notice.tsx';

type State = { error?: unknown };

/**
 * Shows what made a screen fail instead of a blank one. React knows error boundaries only as classes. Nothing is written
 * after a failed read: what is kept stays as it is.
 */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <main className="block">
        <ProblemNotice problem={problemIn(error) ?? unexpected(error)} />
      </main>
    );
  }
}

function unexpected(error: unknown) {
  const what = error instanceof Error ? ` (${error.name})` : '';
  return {
    code: 'M603',
    message: `This window ran into something unexpected${what}.`,
    advice: 'What was saved is safe. Close the window and open it again.',
  };
}
