import { evaluate } from '../../information/evaluate.js';
import { copyOrExplore } from '../../synthesis/process/copy-or-explore.js';
import type { Computed, Evidence } from '../finding.js';
import { computed, evidence } from './computed.js';

/** The remark on Lemma E.1, where the model copies its prompt less and less. */
export function promptEfficiencyRemark(): Evidence<Computed> {
  const points = [0, 0.25, 0.5, 0.75].map((exploration) => {
    const system = copyOrExplore({ anchors: 2, symbols: 6, exploration, noise: 0, erasure: 0, anchorErasure: 0 });
    const information = evaluate('I(e_p; M)', system);
    return { information, lambda: evaluate('H(e_p)', system) / information };
  });
  const [most, least] = [points[0], points[points.length - 1]];
  const grows = points.every(({ information }, i) => i === 0 || information >= points[i - 1].information);
  const falls = points.every(({ information, lambda }, i) => {
    return i === 0 || (information < points[i - 1].information && lambda > points[i - 1].lambda);
  });
  return evidence(
    computed(grows, {
      reading: 'the smallest λ, as the model copies its prompt less and less',
      because:
        'by the definitions I(e_p, M(p)) is what the output says of the prompt factor, and at a larger λ it is less',
      numbers: {
        'smallest λ': most.lambda,
        'I(e_p; M) there': most.information,
        'largest λ': least.lambda,
        'I(e_p; M) at that': least.information,
      },
      cases: points.length,
    }),
    {
      readings: [
        computed(falls, {
          reading: 'the first half of the sentence only',
          because: 'a larger λ does go with a smaller I(e_p, M(p))',
          cases: points.length,
        }),
      ],
    },
  );
}
