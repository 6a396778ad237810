import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupsToDrop, isBackupDue, isReminderDue } from '../../lib/domain/backup-rules.ts';

const day = 86_400_000;
const now = new Date('2026-04-01T08:00:00.000Z');
const ago = (days: number) => new Date(now.getTime() - days * day).toISOString();
const aged = (days: number, bytes = 1) => ({ id: `${days}`, at: ago(days), bytes });

describe('which automatic backups are kept', () => {
  it('keeps the newest five and the last of each of three weeks before them', () => {
    const all = Array.from({ length: 40 }, (_, days) => aged(days));
    const dropped = new Set(backupsToDrop(all));
    expect(all.map(({ id }) => id).filter((id) => !dropped.has(id))).toEqual(['0', '1', '2', '3', '4', '5', '7', '14']);
  });

  it('lets the oldest go where they take too much, and never the newest', () => {
    expect(backupsToDrop([aged(0, 30), aged(1, 15), aged(2, 10)], 50)).toEqual(['2']);
    expect(backupsToDrop([aged(0, 90)], 50)).toEqual([]);
  });

  it('always keeps one, within its bounds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 400 }), { minLength: 1 }), fc.nat({ max: 30 }), (days, bytes) => {
        const all = days.map((one) => aged(one, bytes));
        const dropped = new Set(backupsToDrop(all, 50));
        const kept = all.filter(({ id }) => !dropped.has(id));
        expect(kept).toContainEqual(aged(Math.min(...days), bytes));
        expect(kept.length).toBeLessThanOrEqual(8);
        expect(kept.length === 1 || kept.length * bytes <= 50).toBe(true);
      }),
    );
  });
});

describe('when a backup is due', () => {
  it('is once a day, though an alarm comes a moment early or a clock was wrong', () => {
    expect(isBackupDue(undefined, now)).toBe(true);
    expect(isBackupDue(ago(0.5), now)).toBe(false);
    expect(isBackupDue(ago(0.999), now)).toBe(true);
    expect(isBackupDue(ago(-3), now)).toBe(true);
  });
});

describe('when a person is reminded', () => {
  it('is after many changes, or some time after any', () => {
    expect(isReminderDue({ changes: 0, since: ago(400) }, now)).toBe(false);
    expect(isReminderDue({ changes: 49, since: ago(13) }, now)).toBe(false);
    expect(isReminderDue({ changes: 50, since: ago(0) }, now)).toBe(true);
    expect(isReminderDue({ changes: 1, since: ago(14) }, now)).toBe(true);
    expect(isReminderDue({ changes: 1 }, now)).toBe(false);
  });

  it('is once a week at most, whatever the clock said then', () => {
    expect(isReminderDue({ changes: 50, hushed: ago(6) }, now)).toBe(false);
    expect(isReminderDue({ changes: 50, hushed: ago(7) }, now)).toBe(true);
    expect(isReminderDue({ changes: 50, hushed: ago(-300) }, now)).toBe(true);
  });
});
