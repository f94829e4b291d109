"""The contender of bench/gaussian-mixture.ts: EM of scikit-learn's GaussianMixture from a given start.

Reads lines of JSON; answers each with the processor seconds the fit took and its lower bound.
"""
import json
import sys
import time
import warnings

import numpy as np
from sklearn.mixture import GaussianMixture

warnings.filterwarnings("ignore", message=".*did not converge.*")  # the number of iterations is fixed

for line in sys.stdin:
    problem = json.loads(line)
    X = np.array(problem["X"])
    initial = problem["initial"]
    model = GaussianMixture(
        len(initial["weights"]),
        max_iter=problem["iterations"],
        tol=0,
        weights_init=np.array(initial["weights"]),
        means_init=np.array(initial["means"]),
        precisions_init=np.linalg.inv(np.array(initial["covariances"])),
        init_params="random",  # no k-means, whose result would not be used
        random_state=0,
    )
    start = time.process_time()
    model.fit(X)
    print(time.process_time() - start, f"{model.lower_bound_:.9f}", flush=True)
