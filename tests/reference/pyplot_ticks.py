"""What matplotlib writes at the ticks of an axis, and where its limits are: python3 pyplot_ticks.py > pyplot_ticks.json"""
import json
import random

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

random.seed(0)
cases = []


def case(xs, ys, kind="plot", scale="linear"):
    fig, ax = plt.subplots()
    if kind == "plot":
        ax.plot(xs, ys)
    elif kind == "bar":
        ax.bar(xs, ys)
    elif kind == "hist":
        ax.hist(ys)
    elif kind == "fill_between":
        ax.fill_between(xs, ys)
    elif kind == "scatter":
        ax.scatter(xs, ys)
    ax.set_yscale(scale)
    fig.canvas.draw()
    low, high = ax.get_ylim()
    left, right = ax.get_xlim()
    texts = [
        (float(v), t.get_text())
        for v, t in zip(ax.yaxis.get_majorticklocs(), ax.yaxis.get_majorticklabels())
        if low <= v <= high
    ]
    cases.append(
        {
            "kind": kind,
            "scale": scale,
            "xs": xs,
            "ys": ys,
            "xlim": [left, right],
            "ylim": [low, high],
            "ticks": [v for v, _ in texts],
            "labels": [t for _, t in texts],
            "multiplier": ax.yaxis.get_offset_text().get_text(),
        }
    )
    plt.close(fig)


for _ in range(120):
    power = random.choice([-6, -4, -3, -2, -1, 0, 0, 0, 1, 2, 3, 5])
    middle = random.choice([0, 0, 0, 1, 10]) * 10**power
    ys = [round(middle + random.uniform(-1, 1) * 10**power, 12) for _ in range(4)]
    case([0, 1, 2, 3], ys)
for kind in ["bar", "fill_between", "scatter", "hist"]:
    for _ in range(6):
        case([0, 1, 2, 3], [round(random.uniform(-2, 5), 3) for _ in range(4)], kind)
for _ in range(6):
    case([0, 1, 2, 3], [round(random.uniform(0, 5), 3) for _ in range(4)], "bar")
for _ in range(12):
    power = random.randint(1, 7)
    case([0, 1, 2, 3], [float("%.3g" % 10 ** random.uniform(-power, 1)) for _ in range(4)], "plot", "log")
case([0, 1], [5, 5])
case([0, 1], [0, 0])
print(json.dumps({"matplotlib": matplotlib.__version__, "cases": cases}, ensure_ascii=False, indent=1))
