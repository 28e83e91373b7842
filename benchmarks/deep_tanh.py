#!/usr/bin/python3
"""Run-steps per second of many independent 1-16-16-1 tanh runs in PyTorch, trained in batches: the
peer of EnsembleBenchmark's "1-16-16-1 tanh".

Full-batch gradient descent on half of the mean squared error, float64, 2 threads: one torch.baddbmm
per layer for all runs of a batch, gradients by autograd. The loss of each run and step is kept, as
a loss curve needs it.

    python3 benchmarks/deep_tanh.py DATA.csv [BATCH] [STEPS]

DATA.csv has a header, then a feature and a target in its first two columns. Needs PyTorch, and a
BLAS that is tuned for the machine: with Debian's python3-torch, libopenblas0-pthread. Its
products are small: OPENBLAS_NUM_THREADS=1 keeps OpenBLAS from sharing each of them out. Where other
processes share the machine, OMP_WAIT_POLICY=passive keeps threads from spinning. Of batches of 8 to
512 runs, 16 and 32 were the fastest: their activations fit into the caches.
"""
import csv
import sys
import time

import torch

WIDTHS = [1, 16, 16, 1]
ETA = 0.1
REPEATS = 3


def points(path):
    """Returns the feature and the target, each 1 x points."""
    with open(path, newline="") as file:
        rows = [[float(cell) for cell in row[:2]] for row in list(csv.reader(file))[1:]]
    return torch.tensor(rows, dtype=torch.float64).T.unsqueeze(1).unbind()


def train(x, y, batch, steps):
    """Trains a batch of runs and returns their losses, steps x batch."""
    weights = [
        torch.rand(batch, n, m, dtype=torch.float64, requires_grad=True)
        for m, n in zip(WIDTHS, WIDTHS[1:])
    ]
    biases = [
        torch.zeros(batch, n, 1, dtype=torch.float64, requires_grad=True) for n in WIDTHS[1:]
    ]
    parameters = weights + biases
    losses = torch.empty(steps, batch, dtype=torch.float64)
    inputs = x.expand(batch, 1, -1)
    for step in range(steps):
        a = inputs
        for l, (w, b) in enumerate(zip(weights, biases)):
            z = torch.baddbmm(b, w, a)
            a = torch.tanh(z) if l < len(weights) - 1 else z
        loss = (0.5 * (a - y) ** 2).mean((1, 2))
        gradient = torch.autograd.grad(loss.sum(), parameters)
        with torch.no_grad():
            losses[step] = loss
            for p, g in zip(parameters, gradient):
                p -= ETA * g
    return losses


def main(path, batch="32", steps="100"):
    torch.set_num_threads(2)
    x, y = points(path)
    batch, steps = int(batch), int(steps)
    train(x, y, batch, 2)
    best = float("inf")
    for _ in range(REPEATS):
        begin = time.perf_counter()
        train(x, y, batch, steps)
        best = min(best, time.perf_counter() - begin)
    print(f"{batch * steps / best:.0f} run-steps per second in batches of {batch}")


if __name__ == "__main__":
    main(*sys.argv[1:])
