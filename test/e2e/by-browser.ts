import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Prints, after the run, how many tests passed, failed and were left out in each browser. */
export class ByBrowser implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = new Map<string, Record<ReturnType<TestCase['result']>['state'], number>>();
    for (const test of modules.flatMap((module) => [...module.children.allTests()])) {
      const browser = /\b(chromium|firefox)\b/.exec(test.fullName)?.[1] ?? 'without a browser';
      const count = counts.get(browser) ?? { passed: 0, failed: 0, skipped: 0, pending: 0 };
      count[test.result().state] += 1;
      counts.set(browser, count);
    }
    for (const [browser, { passed, failed, skipped, pending }] of counts) {
      console.log(`${browser}: ${passed} passed, ${failed} failed, ${skipped + pending} left out`);
    }
  }
}
