#!/usr/bin/python3
"""Steps per second of one large run in PyTorch: the peer of LargeRunBenchmark.

Full-batch gradient descent on half of the mean squared error, 1-512-512-1 on 10,000 points in
float64, with gradients by autograd. The loss of each step is read, as a loss curve needs it.

    python3 benchmarks/large_run.py STEPS [relu | tanh] [THREADS]

Needs PyTorch, and a BLAS that is tuned for the machine: with Debian's python3-torch,
libopenblas0-pthread, without which a step takes six times as long. Where other processes share the
machine, OMP_WAIT_POLICY=passive keeps threads from spinning.
"""
import sys
import time

import torch

WIDTHS = [1, 512, 512, 1]
POINTS = 10_000
ETA = 0.01


def initial(rows, columns):
    """A weight matrix from the normal distribution of variance 2 / columns."""
    weights = torch.randn(rows, columns, dtype=torch.float64) * (2 / columns) ** 0.5
    return weights.requires_grad_()


def train(weights, biases, x, y, activation, steps):
    parameters = weights + biases
    for _ in range(steps):
        a = x
        for l, (w, b) in enumerate(zip(weights, biases)):
            z = torch.addmm(b, a, w.T)
            a = activation(z) if l < len(weights) - 1 else z
        loss = (0.5 * (a - y) ** 2).mean()
        gradient = torch.autograd.grad(loss, parameters)
        with torch.no_grad():
            for p, g in zip(parameters, gradient):
                p -= ETA * g
        loss.item()


def main(steps, activation="relu", threads="2"):
    torch.set_num_threads(int(threads))
    torch.manual_seed(0)
    x = ((torch.arange(POINTS, dtype=torch.float64) + 0.5) / POINTS).reshape(-1, 1)
    y = torch.sin(6 * x)
    weights = [initial(n, m) for m, n in zip(WIDTHS, WIDTHS[1:])]
    biases = [torch.zeros(n, dtype=torch.float64, requires_grad=True) for n in WIDTHS[1:]]
    run = weights, biases, x, y, getattr(torch, activation)
    train(*run, 2)
    begin = time.perf_counter()
    train(*run, int(steps))
    print(f"{int(steps) / (time.perf_counter() - begin):.2f} steps per second")


if __name__ == "__main__":
    main(*sys.argv[1:])
