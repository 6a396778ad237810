import { expect, it } from 'vitest';
import { problemReport } from '../../lib/domain/problem-report.ts';
import { R310, R317 } from '../../lib/domain/problems.ts';

const where = { version: '1.2.3', browser: 'Firefox/140.0' };

it('tells the code, what happened, the version and the browser', () => {
  expect(problemReport(R310({ name: 'Practice' }), where)).toBe(
    'R310 Practice could not be reached.\nPlumbline 1.2.3\nFirefox/140.0',
  );
});

it.each([
  ['https://a.example/skill/1?token=s3cret#s3cret', 'https://a.example/skill/1'],
  ['https://me:s3cret@a.example/skill/1', 'https://a.example/skill/1'],
  ['http://[s3cret', '…'],
  ['s3cret0123456789abcdef0123456789abcdef', '…'],
])('hands on no secret of %s', (uri, told) => {
  const report = problemReport(R317({ uri, name: 'Practice' }), where);
  expect(report).toContain(`R317 “${told}” is no address of a skill of Practice.`);
  expect(report).not.toContain('s3cret');
});
