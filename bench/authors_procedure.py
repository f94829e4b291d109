"""Figure 4 by the authors' published procedure, written independently with numpy, scipy and scikit-learn.

The oracle of `klGapSweep` for protocol 'published-code' and measure 'separate-histograms': it shares no code and no
random numbers with the TypeScript package. Usage (numpy 1.24, scipy 1.10, scikit-learn 1.2):

    python3 bench/authors_procedure.py K J L --rounds 100 --seed 1 > reference.json
"""
import argparse
import json
import sys
import warnings

import numpy as np
from scipy.stats import entropy
from sklearn.mixture import GaussianMixture

BINS, CLIP = 50, 1e-10
ANCHOR_PER_COMPONENT, SYNTHETIC, RESAMPLED = 50, 200, 1000


def random_component(rng):
    """A mean in the box and a 'covariance' that is a product of two different matrices, so it need not be symmetric."""
    return rng.uniform(0, 10, 2), rng.rand(2, 2) @ rng.rand(2, 2).T


def sample(rng, components, n):
    labels = rng.choice(len(components), size=n)
    return np.array([rng.multivariate_normal(*components[label]) for label in labels])


def sample_fast(rng, components, n):
    """The same law as `sample`, component by component."""
    counts = rng.multinomial(n, np.full(len(components), 1 / len(components)))
    return np.concatenate([rng.multivariate_normal(*c, size=m) for c, m in zip(components, counts) if m])


def histogram(points):
    density, _, _ = np.histogram2d(points[:, 0], points[:, 1], bins=BINS, density=True)
    return np.clip(density, CLIP, None).ravel()


def one_round(rng, k, j, l, resamples):
    truth = [random_component(rng) for _ in range(k + j)]
    anchor = [rng.multivariate_normal(*c, size=ANCHOR_PER_COMPONENT) for c in truth[:k]]
    model = [(a.mean(axis=0), np.cov(a, rowvar=False) + 1e-6 * np.eye(2)) for a in anchor]
    model += truth[k:] + [random_component(rng) for _ in range(l)]
    synthetic = sample(rng, model, SYNTHETIC)
    pi_anchor = GaussianMixture(k, random_state=rng).fit(np.concatenate(anchor))
    pi_gen = GaussianMixture(k + j + l, random_state=rng).fit(synthetic)
    gaps = []
    for _ in range(resamples):
        q = histogram(sample_fast(rng, truth, RESAMPLED))
        gaps.append(
            entropy(histogram(pi_anchor.sample(RESAMPLED)[0]), q) - entropy(histogram(pi_gen.sample(RESAMPLED)[0]), q)
        )
    return float(np.mean(gaps))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("vary", nargs="+", choices=["K", "J", "L"])
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--resamples", type=int, default=100)
    parser.add_argument("--seed", type=int, required=True)
    options = parser.parse_args()
    warnings.filterwarnings("ignore")  # 'covariance is not symmetric positive-semidefinite' is part of the procedure
    results = {}
    for vary in options.vary:
        results[vary] = {}
        for value in range(2, 16):
            sizes = {"K": 2, "J": 2, "L": 2, vary: value}
            rng = np.random.RandomState([options.seed, ord(vary), value])
            gaps = [one_round(rng, sizes["K"], sizes["J"], sizes["L"], options.resamples) for _ in range(options.rounds)]
            results[vary][value] = gaps
            print(f"{vary} = {value}: {np.mean(gaps):.4f} ± {np.std(gaps):.4f}", file=sys.stderr, flush=True)
    json.dump(results, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
