/** The notebooks that go through the paper, by what they are about. */
const NOTEBOOKS = {
  setUp: '01-figure-5-set-up.ipynb',
  modelling: '02-modelling.ipynb',
  compression: '03-figure-1-distribution-compression.ipynb',
  distributions: '04-figure-2-distributions.ipynb',
  errorDecomposition: '05-lemma-3-1.ipynb',
  informationGain: '06-information-gain.ipynb',
  reverseBottleneck: '07-figure-3-information-flow.ipynb',
  bounds: '08-generalization-bounds.ipynb',
  informationFlow: '09-appendix-e.ipynb',
  generalizationGain: '10-theorem-4-10.ipynb',
  remarks: '11-remarks.ipynb',
  klGap: '15-figure-4-kl-gap.ipynb',
  quantities: '16-information-quantities.ipynb',
} as const;

export type Notebook = keyof typeof NOTEBOOKS;

/** Where an item is stepped through: a file in `notebooks/`, and the id of an anchor in it. */
export interface Place {
  readonly file: string;
  readonly anchor: string;
}

/** Where a notebook has an anchor. */
export function place(notebook: Notebook, anchor: string): Place {
  return { file: NOTEBOOKS[notebook], anchor };
}
