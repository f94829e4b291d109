"""The contender of bench/kl-gap.ts in Python: rounds of the authors' procedure, and its resamples alone.

Reads lines of JSON, answers each with the processor seconds it took and a mean KL Gap: of whole rounds for
{"settings": [[K, J, L], …], "resamples": …}, of three given mixtures for {"mixtures": […], "resamples": …, "points": …}.
"""
import json
import sys
import time
import warnings

import numpy as np
from scipy.stats import entropy
from sklearn.mixture import GaussianMixture

from authors_procedure import histogram, one_round

warnings.filterwarnings("ignore")  # 'covariance is not symmetric positive-semidefinite', and EM that did not converge


def mixture(parameters):
    model = GaussianMixture(len(parameters["weights"]))
    model.weights_, model.means_, model.covariances_ = (np.array(parameters[name]) for name in ("weights", "means", "covariances"))
    return model


def mean_gap(mixtures, resamples, points):
    truth, anchor, gen = (lambda m=m: histogram(m.sample(points)[0]) for m in map(mixture, mixtures))
    gaps = []
    for _ in range(resamples):
        q = truth()
        gaps.append(entropy(anchor(), q) - entropy(gen(), q))
    return np.mean(gaps)


rng = np.random.RandomState(1)
for line in sys.stdin:
    work = json.loads(line)
    start = time.process_time()
    if "mixtures" in work:
        answer = mean_gap(work["mixtures"], work["resamples"], work["points"])
    else:
        answer = np.mean([one_round(rng, *counts, work["resamples"]) for counts in work["settings"]])
    print(time.process_time() - start, f"{answer:.2f}", flush=True)
