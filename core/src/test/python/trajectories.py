"""Reference trajectories of 50 updates, computed by PyTorch in double precision.

Written with PyTorch 1.13.1. Run:

    python3 trajectories.py > ../resources/org/etascope/core/training/trajectories.txt

A case is a line of settings, then lines of numbers: the points (features, then targets, a row for
each point), the initial parameters, the losses before each update, the etas in force, and the final
parameters. Parameters are in the order W0, B0, W1, B1, ..., each row by row.
"""

import numpy
import torch
from torch.optim import lr_scheduler

torch.set_default_dtype(torch.float64)
UPDATES = 50

ACTIVATIONS = {
    "relu": torch.nn.ReLU(),
    "leaky-relu": torch.nn.LeakyReLU(0.1),
    "sigmoid": torch.nn.Sigmoid(),
    "tanh": torch.nn.Tanh(),
    "softplus": torch.nn.Softplus(threshold=700),
    "gelu": torch.nn.GELU(),
    "silu": torch.nn.SiLU(),
    "identity": torch.nn.Identity(),
}

LOSSES = {
    "half-mse": lambda yhat, y: 0.5 * torch.nn.functional.mse_loss(yhat, y),
    "mse": torch.nn.MSELoss(),
    "mae": torch.nn.L1Loss(),
    "huber": torch.nn.HuberLoss(delta=0.5),
    "binary-cross-entropy": torch.nn.BCEWithLogitsLoss(),
}

OPTIMIZERS = {
    "gradient-descent": lambda p, eta, decay: torch.optim.SGD(p, lr=eta, weight_decay=decay),
    "momentum": lambda p, eta, decay: torch.optim.SGD(
        p, lr=eta, momentum=0.9, weight_decay=decay),
    "nesterov": lambda p, eta, decay: torch.optim.SGD(
        p, lr=eta, momentum=0.9, nesterov=True, weight_decay=decay),
    "rmsprop": lambda p, eta, decay: torch.optim.RMSprop(p, lr=eta, weight_decay=decay),
    "adam": lambda p, eta, decay: torch.optim.Adam(p, lr=eta, weight_decay=decay),
}

WARMUP = 10


def linear_warmup(optimizer):
    return lr_scheduler.LinearLR(
        optimizer, start_factor=1 / (WARMUP + 1), end_factor=1, total_iters=WARMUP)


SCHEDULES = {
    "constant": lambda o: lr_scheduler.ConstantLR(o, factor=1),
    "step": lambda o: lr_scheduler.StepLR(o, step_size=15, gamma=0.5),
    "exponential": lambda o: lr_scheduler.ExponentialLR(o, gamma=0.97),
    "cosine": lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=UPDATES, eta_min=0.01),
    "warmup": linear_warmup,
}


def numbers(label, values):
    print(label, *(repr(float(v)) for v in values))


def case(depth, activation="tanh", output="identity", loss="half-mse",
         optimizer="gradient-descent", schedule="constant", decay=0.0, clip=0.0, batch=0,
         eta=0.1, seed=0):
    random = numpy.random.RandomState(seed)
    inputs, outputs, points = 1 + seed % 3, 1 + (seed + 1) % 2, 5 + seed % 4
    widths = [inputs] + [int(random.randint(2, 5)) for _ in range(depth)] + [outputs]
    x = torch.tensor(random.randn(points, inputs))
    y = torch.tensor(random.rand(points, outputs))
    layers = [torch.nn.Linear(n, k) for n, k in zip(widths, widths[1:])]
    parameters = [p for layer in layers for p in (layer.weight, layer.bias)]
    with torch.no_grad():
        for parameter in parameters:
            parameter.copy_(torch.tensor(0.7 * random.randn(*parameter.shape)))
    activations = [ACTIVATIONS[activation]] * depth + [ACTIVATIONS[output]]

    print("case", ",".join(map(str, widths)), activation, output, loss, optimizer, schedule,
          decay, clip, batch, eta)
    numbers("points", torch.cat([x, y], 1).flatten())
    numbers("initial", torch.cat([p.detach().flatten() for p in parameters]))
    stepper = OPTIMIZERS[optimizer](parameters, eta, decay)
    scheduler = SCHEDULES[schedule](stepper)
    losses, etas = [], []
    order = numpy.random.RandomState(7)

    def loss_of(rows):
        a = x[rows]
        for layer, f in zip(layers, activations):
            a = f(layer(a))
        return LOSSES[loss](a, y[rows])

    everything = torch.arange(points)
    queue = []
    for _ in range(UPDATES):
        if not queue:
            losses.append(loss_of(everything).item())
            queue = ([everything] if batch == 0 else
                     list(torch.split(torch.tensor(order.permutation(points)), batch)))
        etas.append(stepper.param_groups[0]["lr"])
        stepper.zero_grad()
        loss_of(queue.pop(0)).backward()
        if clip > 0:
            torch.nn.utils.clip_grad_norm_(parameters, clip)
        stepper.step()
        scheduler.step()
    numbers("losses", losses)
    if schedule != "constant":
        numbers("etas", etas)
    numbers("final", torch.cat([p.detach().flatten() for p in parameters]))


seed = 0
for depth in (1, 2, 3):
    for activation in ACTIVATIONS:
        seed += 1
        case(depth, activation=activation, seed=seed)
    for optimizer in OPTIMIZERS:
        seed += 1
        case(depth, optimizer=optimizer, eta=0.02, seed=seed)
    for loss in LOSSES:
        seed += 1
        case(depth, loss=loss, seed=seed)
    for schedule in SCHEDULES:
        seed += 1
        case(depth, schedule=schedule, seed=seed)
for output in ACTIVATIONS:
    seed += 1
    case(1, output=output, seed=seed)
for optimizer in OPTIMIZERS:
    seed += 1
    case(1, optimizer=optimizer, decay=0.05, eta=0.02, seed=seed)
    seed += 1
    case(1, optimizer=optimizer, clip=0.1, eta=0.02, seed=seed)
    seed += 1
    case(1, optimizer=optimizer, schedule="cosine", eta=0.02, seed=seed)
    seed += 1
    case(2, optimizer=optimizer, loss="binary-cross-entropy", eta=0.02, seed=seed)
for optimizer in OPTIMIZERS:
    seed += 1
    case(1, optimizer=optimizer, batch=3, eta=0.02, seed=seed)
