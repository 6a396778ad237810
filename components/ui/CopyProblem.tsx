import { useState } from 'react';
import { browser } from 'wxt/browser';
import type { Problem } from '../../lib/domain/problem.ts';
import { problemReport } from '../../lib/domain/problem-report.ts';
import { t } from '../../lib/language/words.ts';
import { IconButton } from './IconButton.tsx';

/** Copies what somebody who is asked for help needs to know of a problem. */
export function CopyProblem({ problem }: { problem: Problem }) {
  const [done, setDone] = useState<boolean>();
  const copy = () => {
    const { version } = browser.runtime.getManifest();
    navigator.clipboard.writeText(problemReport(problem, { version, browser: navigator.userAgent })).then(
      () => setDone(true),
      () => setDone(false),
    );
  };
  const label = done === undefined ? t('ui.problem.copy') : t(done ? 'ui.problem.copied' : 'ui.problem.notCopied');
  return <IconButton icon={done ? 'check' : 'copy'} label={label} onClick={copy} />;
}
