import { curationConvolution, figure1Evidence, outputLaw, promptDensity, promptLaw } from '../checks/modelling.js';
import { figure2Evidence } from '../checks/simulation.js';
import type { Entry } from '../entry.js';
import { place } from '../notebooks.js';
import { DETERMINISTIC_CURATION, REVERSIBLE_PROMPT } from '../premise.js';

const { raw } = String;

/** §3.2 and Figures 1 and 2. */
export const MODELLING: readonly Entry[] = [
  {
    id: 'figure-1',
    kind: 'figure',
    role: 'definition',
    notebook: place('compression', 'figure-1'),
    latex: raw`S_{\text{anchor}} \to p \to M(p) \to S_{\text{gen}}, \qquad \mathcal{D} \to \mathcal{D}_p \to \mathcal{D}_M(\cdot|p) \to \mathcal{D}_{\text{gen}}`,
    statement: 'Synthetic data step by step, and the distribution at each step.',
    check: figure1Evidence,
  },
  {
    id: 'chain-3.2',
    kind: 'chain',
    role: 'assumption',
    notebook: place('modelling', 'chain-3.2'),
    latex: raw`S_{\text{anchor}} \to p \to S_{\text{gen}}`,
    statement: 'Synthetic data depend on the anchor data by the prompt only.',
    claimed: { claim: 'S_anchor -> p -> S_gen', assuming: [REVERSIBLE_PROMPT] },
    facts: [
      {
        says: 'Where φ may lose something of the anchor data, the chain is an assumption about how data are made.',
        claim: 'S_anchor -> p -> S_gen',
        assuming: [{ name: 'p = φ(S_anchor)', statements: ['p = f(S_anchor)'] }],
      },
    ],
  },
  {
    id: 'figure-2',
    kind: 'figure',
    role: 'statement',
    notebook: place('distributions', 'figure-2'),
    latex: raw`\text{the distribution of } S_{\text{gen}} \text{ not only attempts to mirror } S_{\text{anchor}} \text{ but also extends beyond}`,
    statement: 'In the simulation, synthetic data cover what anchor data cover, and broader areas.',
    check: figure2Evidence,
  },
];

function appendix(
  name: string,
  text: Pick<Entry, 'role' | 'latex' | 'statement' | 'facts'> & { readonly check: NonNullable<Entry['check']> },
): Entry {
  const id = `appendix-c-${name}`;
  return { ...text, id, kind: 'density', notebook: place('modelling', id) };
}

/** Appendix C. */
export const APPENDIX_C: readonly Entry[] = [
  appendix('prompt', {
    role: 'definition',
    latex: raw`p = \phi_{\mathcal{T}}(S_{\text{anchor}})`,
    statement: 'The prompt is a reversible function of the anchor data.',
    check: promptLaw,
  }),
  appendix('distribution', {
    role: 'definition',
    latex: raw`p \sim \mathcal{D}_p(\phi_{\mathcal{T}}) = \mathcal{D}_{\phi_{\mathcal{T}}^{-1}}`,
    statement: 'The law of the prompt is that of the anchor data, under φ.',
    check: promptLaw,
  }),
  appendix('density', {
    role: 'statement',
    latex: raw`f_{\phi_{\mathcal{T}}^{-1}}(x) = f_{\mathcal{D}_{\text{anchor}}}(\phi_{\mathcal{T}}^{-1}(x)) \left| \det \left( \frac{\partial \phi_{\mathcal{T}}^{-1}}{\partial \mathbf{x}} \right) \right|`,
    statement: 'The density of the prompt, by a change of variables.',
    check: promptDensity,
  }),
  appendix('model', {
    role: 'definition',
    latex: raw`M(p) \sim \mathcal{D}_M(\cdot \mid p)`,
    statement: 'The output has a distribution for each prompt.',
    check: outputLaw,
  }),
  appendix('convolution', {
    role: 'statement',
    latex: raw`S_{\text{gen}} \sim \mathcal{D}_{\text{gen}}(M, p) = \mathcal{D}_M(\cdot|p) * \mathcal{D}_{\epsilon}`,
    statement:
      'Given the prompt, the law of synthetic data is the convolution of those of the output and of the noise.',
    check: curationConvolution,
    facts: [
      {
        says: 'What saves this and what saves (15) to (17), that S_gen is a function of M(p), go together only where the prompt determines ε.',
        claim: 'H(epsilon|p) = 0',
        assuming: [
          DETERMINISTIC_CURATION,
          { name: 'ε is independent of M(p) given p', statements: ['epsilon _|_ M | p'] },
        ],
      },
    ],
  }),
];
