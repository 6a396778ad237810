// Adds up the JSON reports of the test suites and ends with the one line that counts: "N passed, N failed".
// A step that failed without a failing test (lint, types, a build, a runner that broke off) counts as one failure.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...failedSteps] = process.argv.slice(2);
let passed = 0;
let failed = 0;
let skipped = 0;
const suitesWithFailures = new Set();
const names = { unit: 'unit tests', built: 'what was built', browsers: 'in real browsers' };

for (const file of readdirSync(folder)) {
  const report = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  skipped += report.numPendingTests + report.numTodoTests;
  const suite = names[file.replace('.json', '')];
  if (report.numFailedTests > 0) suitesWithFailures.add(suite);
  console.log(
    `${suite}: ${report.numPassedTests} passed, ${report.numFailedTests} failed, ${report.numPendingTests} skipped${suite === names.browsers ? inEach(report) : ''}`,
  );
}

/** How many tests passed in which browser; nothing for suites that need none. */
function inEach({ testResults }) {
  const passedTests = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'passed'),
  );
  const counts = ['Chromium', 'Firefox'].map((browser) => {
    const ran = passedTests.filter(({ fullName }) => fullName.toLowerCase().includes(browser.toLowerCase()));
    return `${ran.length} in ${browser}`;
  });
  return ` (${counts.join(', ')})`;
}

for (const step of failedSteps) {
  console.log(`failed: ${step}`);
  if (!suitesWithFailures.has(step)) failed += 1;
}
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
