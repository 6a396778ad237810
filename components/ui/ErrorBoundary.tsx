import { Component, type ReactNode } from 'react';
import { problemIn } from '../../lib/domain/problem.ts';
import { M603, M603Named } from '../../lib/domain/problems.ts';
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
  return error instanceof Error ? M603Named({ error: error.name }) : M603;
}
