/*
 * The contender of bench/kl-gap.ts in C: draws from three mixtures in the plane, bins each sample on its own box and
 * compares the histograms, again and again. xoshiro256++ (Blackman & Vigna 2021), the ziggurat of Marsaglia & Tsang (2000)
 * with 256 layers, and logarithms of counts from a table.
 *
 * Reads lines of numbers: resamples, points, and for G, the one mixture and the other: the number of components and for each
 * its weight, mean (2) and covariance (xx, xy, yy). Answers each with the processor seconds it took and the mean difference.
 */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BINS 50
#define CELLS (BINS * BINS)
#define FLOOR 1e-10
#define LAYERS 256
#define TAIL 3.6541528853610088
#define AREA 0.00492867323399

static uint64_t state[4] = {1, 2, 3, 4};

static inline uint64_t rotate(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static inline uint64_t next(void) {
    uint64_t result = rotate(state[0] + state[3], 23) + state[0], shifted = state[1] << 17;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = rotate(state[3], 45);
    return result;
}

static inline double uniform(void) { return (next() >> 11) * 0x1p-53; }

static double edge[LAYERS + 1], height[LAYERS + 1];

static void prepare_ziggurat(void) {
    edge[0] = AREA / exp(-0.5 * TAIL * TAIL);
    edge[1] = TAIL;
    for (int i = 2; i < LAYERS; i++)
        edge[i] = sqrt(-2 * log(exp(-0.5 * edge[i - 1] * edge[i - 1]) + AREA / edge[i - 1]));
    edge[LAYERS] = 0;
    for (int i = 0; i <= LAYERS; i++) height[i] = exp(-0.5 * edge[i] * edge[i]);
}

static inline double normal(void) {
    for (;;) {
        uint64_t bits = next();
        int layer = bits & 255;
        double sign = (double)(int64_t)(1 - ((bits >> 7) & 2)), x = (bits >> 11) * 0x1p-53 * edge[layer];
        if (x < edge[layer + 1]) return sign * x;
        if (layer == 0) {
            for (;;) {
                double a = -log(1 - uniform()) / TAIL, b = -log(1 - uniform());
                if (2 * b >= a * a) return sign * (TAIL + a);
            }
        }
        if (height[layer] + uniform() * (height[layer + 1] - height[layer]) < exp(-0.5 * x * x)) return sign * x;
    }
}

typedef struct {
    double weight, mean[2], factor[3];
} Component;

typedef struct {
    int size;
    Component *components;
    /* Walker's alias table: slot i stands for component i with probability keep[i], else for alias[i]. */
    double *keep;
    int *alias;
} Mixture;

typedef struct {
    int counts[CELLS];
    double *density, *log_density;
} Histogram;

/* How many points each component has, then component by component. */
static void sample(const Mixture *mixture, double *points, int n) {
    int counts[mixture->size];
    memset(counts, 0, sizeof counts);
    for (int i = 0; i < n; i++) {
        double u = uniform() * mixture->size;
        int slot = u;
        counts[u - slot < mixture->keep[slot] ? slot : mixture->alias[slot]]++;
    }
    for (int c = 0; c < mixture->size; c++) {
        Component k = mixture->components[c];
        for (int i = 0; i < counts[c]; i++) {
            double x = normal(), y = normal();
            *points++ = k.mean[0] + k.factor[0] * x;
            *points++ = k.mean[1] + k.factor[1] * x + k.factor[2] * y;
        }
    }
}

static void fill(Histogram *h, const double *points, int n, const double *log_of) {
    double left = points[0], right = left, bottom = points[1], top = bottom;
    for (int i = 0; i < 2 * n; i += 2) {
        double x = points[i], y = points[i + 1];
        left = x < left ? x : left;
        right = x > right ? x : right;
        bottom = y < bottom ? y : bottom;
        top = y > top ? y : top;
    }
    double scale_x = BINS / (right - left), scale_y = BINS / (top - bottom), cell = n / (scale_x * scale_y), log_cell = log(cell);
    int fullest = 0;
    memset(h->counts, 0, sizeof h->counts);
    for (int i = 0; i < 2 * n; i += 2) {
        int column = (points[i] - left) * scale_x, row = (points[i + 1] - bottom) * scale_y;
        if (column == BINS) column--;
        if (row == BINS) row--;
        int count = ++h->counts[column * BINS + row];
        if (count > fullest) fullest = count;
    }
    for (int count = 0; count <= fullest; count++) {
        h->density[count] = fmax(count / cell, FLOOR);
        h->log_density[count] = fmax(log_of[count] - log_cell, log(FLOOR));
    }
}

static double divergence(const Histogram *p, const Histogram *q) {
    double sum = 0, total_p = 0, total_q = 0;
    for (int i = 0; i < CELLS; i++) {
        int a = p->counts[i], b = q->counts[i];
        sum += p->density[a] * (p->log_density[a] - q->log_density[b]);
        total_p += p->density[a];
        total_q += q->density[b];
    }
    return sum / total_p + log(total_q / total_p);
}

static Mixture read_mixture(char **at) {
    int size = strtol(*at, at, 10);
    Mixture mixture = {size, malloc(size * sizeof(Component)), malloc(size * sizeof(double)), malloc(size * sizeof(int))};
    for (int c = 0; c < mixture.size; c++) {
        double v[6];
        for (int i = 0; i < 6; i++) v[i] = strtod(*at, at);
        double root = sqrt(v[3]);
        mixture.components[c] = (Component){v[0], {v[1], v[2]}, {root, v[4] / root, sqrt(v[5] - v[4] * v[4] / v[3])}};
        mixture.keep[c] = v[0] * size;
        mixture.alias[c] = c;
    }
    /* Whoever has less than its slot is filled up by one who has more; each is filled up once. */
    char *filled = calloc(size, 1);
    for (int round = 0; round < size; round++) {
        int least = -1, most = 0;
        for (int c = 0; c < size; c++) {
            if (filled[c]) continue;
            if (least < 0 || mixture.keep[c] < mixture.keep[least]) least = c;
            if (filled[most] || mixture.keep[c] > mixture.keep[most]) most = c;
        }
        filled[least] = 1;
        mixture.alias[least] = most;
        if (most != least) mixture.keep[most] -= 1 - mixture.keep[least];
    }
    free(filled);
    return mixture;
}

int main(void) {
    char *line = NULL;
    size_t capacity = 0;
    prepare_ziggurat();
    while (getline(&line, &capacity, stdin) > 0) {
        char *at = line;
        int resamples = strtol(at, &at, 10), n = strtol(at, &at, 10);
        Mixture mixtures[3];
        Histogram histograms[3];
        double *points = malloc(2 * n * sizeof(double)), *log_of = malloc((n + 1) * sizeof(double)), sum = 0;
        for (int count = 0; count <= n; count++) log_of[count] = log(count);
        for (int m = 0; m < 3; m++) {
            mixtures[m] = read_mixture(&at);
            histograms[m].density = malloc((n + 1) * sizeof(double));
            histograms[m].log_density = malloc((n + 1) * sizeof(double));
        }
        struct timespec start, end;
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
        for (int r = 0; r < resamples; r++) {
            for (int m = 0; m < 3; m++) {
                sample(&mixtures[m], points, n);
                fill(&histograms[m], points, n, log_of);
            }
            sum += divergence(&histograms[1], &histograms[0]) - divergence(&histograms[2], &histograms[0]);
        }
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
        printf("%.9f %.2f\n", (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) * 1e-9, sum / resamples);
        fflush(stdout);
        for (int m = 0; m < 3; m++) {
            free(mixtures[m].components);
            free(mixtures[m].keep);
            free(mixtures[m].alias);
            free(histograms[m].density);
            free(histograms[m].log_density);
        }
        free(points);
        free(log_of);
    }
    free(line);
    return 0;
}
