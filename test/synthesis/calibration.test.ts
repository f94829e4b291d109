import { describe, expect, test } from 'vitest';
import { createRng } from '../../src/random/rng.js';
import { type CalibrationRow, calibrateMeasures } from '../../src/synthesis/calibration.js';

const options = { shifts: [0, 2], scales: [0.5, 3], points: [300, 3000], resamples: 40, rng: createRng(1) };
const rows = calibrateMeasures(options);
const row = (change: CalibrationRow['change'], by: number, points = 3000) =>
  rows.find((candidate) => candidate.change === change && candidate.by === by && candidate.points === points)!;

test('there is a row for each change and number of points', () => {
  expect(rows.map(({ change, by, points }) => `${change} ${by} ${points}`)).toEqual(
    ['shift 0', 'shift 2', 'scale 0.5', 'scale 3'].flatMap((change) => [`${change} 300`, `${change} 3000`]),
  );
});

describe('the exact values', () => {
  test('are |μ|²/2 both ways for a shift', () => {
    const { exact } = row('shift', 2);
    expect(exact['monte-carlo']).toBeCloseTo(2, 12);
    expect(exact['monte-carlo-reverse']).toBeCloseTo(2, 12);
    expect(exact['shared-histograms']).toBe(exact['separate-histograms']);
  });

  test('are σ² − 1 − log σ² for a scaling, and the same of 1/σ² in reverse', () => {
    const { exact } = row('scale', 3);
    expect(exact['monte-carlo']).toBeCloseTo(8 - Math.log(9), 12);
    expect(exact['monte-carlo-reverse']).toBeCloseTo(-8 / 9 + Math.log(9), 12);
  });

  test('are zero for one law, and between zero and log 2 for Jensen–Shannon', () => {
    for (const value of Object.values(row('shift', 0).exact)) expect(Math.abs(value)).toBeLessThan(1e-7);
    for (const { by, change, exact } of rows.filter(({ by }) => by !== 0)) {
      expect(exact['jensen-shannon'], `${change} ${by}`).toBeGreaterThan(0.05);
      expect(exact['jensen-shannon']).toBeLessThan(Math.LN2);
    }
  });
});

describe('the measures', () => {
  test('from densities are unbiased', () => {
    for (const { exact, measured } of rows) {
      for (const measure of ['monte-carlo', 'monte-carlo-reverse', 'jensen-shannon'] as const) {
        const { value, standardError } = measured[measure];
        expect(Math.abs(value - exact[measure])).toBeLessThanOrEqual(4.5 * standardError! + 1e-7);
      }
    }
  });

  test('from histograms are nats away from zero between two samples of one law', () => {
    const { measured } = row('shift', 0, 300);
    expect(measured['separate-histograms'].value).toBeGreaterThan(10);
    expect(measured['shared-histograms'].value).toBeGreaterThan(10);
    expect(row('shift', 0, 3000).measured['shared-histograms'].value).toBeLessThan(measured['shared-histograms'].value);
  });

  test('on boxes of their own, histograms see neither a shift nor a change of scale', () => {
    const [same, ...changed] = [row('shift', 0), row('shift', 2), row('scale', 0.5), row('scale', 3)].map(
      ({ measured }) => measured['separate-histograms'],
    );
    for (const { value, standardError } of changed.slice(0, 1)) {
      expect(Math.abs(value - same.value) / Math.hypot(standardError!, same.standardError!)).toBeLessThan(4.5);
    }
    for (const { value } of changed) expect(Math.abs(value - same.value)).toBeLessThan(2);
  });
});

test('bad input is named', () => {
  expect(() => calibrateMeasures({ ...options, rng: undefined as never })).toThrow(
    'rng must come from createRng(seed)',
  );
  expect(() => calibrateMeasures({ ...options, shift: 1 } as never)).toThrow("calibrateMeasures has no option 'shift'");
  expect(() => calibrateMeasures({ ...options, points: [1] })).toThrow('points[0] must be at least 2, got 1');
});
