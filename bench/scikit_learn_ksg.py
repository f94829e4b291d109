"""The contender of bench/mutual-information.ts: scikit-learn's mutual_info_regression, or the same on its KDTree.

Reads lines of JSON; answers each with the processor seconds the estimate took and its value in nats. scikit-learn takes variables
of one dimension only; for more, its steps are repeated here with its own trees.
"""
import json
import sys
import time

import numpy as np
from scipy.special import digamma
from sklearn.feature_selection import mutual_info_regression
from sklearn.neighbors import KDTree, NearestNeighbors


def ksg(x, y, k):
    n = len(x)
    neighbours = NearestNeighbors(metric="chebyshev", n_neighbors=k).fit(np.hstack((x, y)))
    radius = np.nextafter(neighbours.kneighbors()[0][:, -1], 0)
    counts = [
        KDTree(z, metric="chebyshev").query_radius(z, radius, count_only=True, return_distance=False) for z in (x, y)
    ]
    return digamma(n) + digamma(k) - sum(np.mean(digamma(count)) for count in counts)


for line in sys.stdin:
    problem = json.loads(line)
    x, y, k = np.array(problem["x"]), np.array(problem["y"]), problem["k"]
    start = time.process_time()
    if x.shape[1] == 1:
        value = mutual_info_regression(x, y[:, 0], discrete_features=False, n_neighbors=k, random_state=0)[0]
    else:
        value = ksg(x, y, k)
    print(time.process_time() - start, f"{value:.6f}", flush=True)
