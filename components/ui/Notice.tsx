import type { ReactNode } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { problemWords } from '../../lib/language/problem-words.ts';
import { CopyProblem } from './CopyProblem.tsx';
import { Icon } from './Icon.tsx';

type Props = {
  tone?: 'good' | 'caution' | 'bad' | 'plain';
  /** What happened, in a few words. */
  title: ReactNode;
  children?: ReactNode;
  /** What the person can do about it: buttons. */
  acts?: ReactNode;
};

const icons = { good: 'check', caution: 'info', bad: 'alert', plain: 'info' } as const;

/** Something the person should know: what happened, what became of the data, one thing to do. */
export function Notice({ tone = 'plain', title, children, acts }: Props) {
  return (
    <div className={tone === 'plain' ? 'notice' : `notice notice-${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={icons[tone]} />
      <div className="body">
        <strong>{title}</strong>
        {children}
      </div>
      {acts && <div className="acts">{acts}</div>}
    </div>
  );
}

type ProblemProps = {
  problem: Problem;
  /** What it concerns, said before the advice. */
  about?: string;
  acts?: ReactNode;
  /** True where one of the acts copies the details, with more of them than are known here. */
  isCopied?: boolean;
};

/** A problem as a notice, with its code and a way to hand it on. */
export function ProblemNotice({ problem, about, acts, isCopied = false }: ProblemProps) {
  const { message, advice, code } = problemWords(problem);
  return (
    <Notice tone="bad" title={message} acts={acts}>
      <p>
        {about} {advice} <span className="quiet">{code}</span> {!isCopied && <CopyProblem problem={problem} />}
      </p>
    </Notice>
  );
}
