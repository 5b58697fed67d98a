"""LeadershipSim from Python: run an experiment, read its runs with types and units, compare its arms. Needs pandas.

    import leadersim
    folder = leadersim.run("experiment.yaml")
    runs = leadersim.read(folder)
    leadersim.compare(runs, "endTick", by="policy")
"""
import json
import subprocess
from pathlib import Path

import pandas as pd

PROGRAM = "leadersim"
TYPES = {"integer": "Int64", "number": "float64", "boolean": "boolean"}  # all others are text; lists are JSON arrays


def run(file, *options):
    """Runs an experiment, or what is missing of it, and returns its results folder. Options are those of leadersim run."""
    done = subprocess.run([PROGRAM, "run", str(file), "--quiet", *options], stdout=subprocess.PIPE, text=True)
    if done.returncode not in (0, 3, 6):  # 3: some runs failed, 6: less precise than asked for; their results are there
        raise RuntimeError(f"leadersim run {file} ended with exit code {done.returncode}")
    return Path(done.stdout.strip().splitlines()[-1])


def read(folder, table="runs"):
    """Reads a table of a results folder. runs.attrs holds the unit and the meaning of each column."""
    folder = Path(folder)
    columns = json.loads((folder / "columns.json").read_text(encoding="utf-8"))["tables"][table]
    types = {c["name"]: TYPES.get(c["type"], "string") for c in columns}
    try:
        frame = pd.read_parquet(folder / f"{table}.parquet")
    except ImportError:  # no pyarrow: the table of runs is there as text, too
        frame = pd.read_csv(folder / f"{table}.csv", dtype=types, keep_default_na=False, na_values=[""], float_precision="round_trip")
    frame = frame.astype({name: kind for name, kind in types.items() if name in frame})
    frame.attrs = {"units": {c["name"]: c["unit"] for c in columns}, "meanings": {c["name"]: c["meaning"] for c in columns}}
    return frame


def compare(runs, output, by="policy", reference=None):
    """Mean of an output in each arm, and its difference from a reference (default: the first arm), paired by replicate under common
    random numbers.

    The standard error takes replicates for independent, and conditions within a replicate for dependent.
    """
    missing = int(runs[output].isna().sum())
    if missing:
        raise ValueError(f"{output} does not exist for {missing} of {len(runs)} runs; a mean over the others would compare a selection")
    arms = list(runs[by].unique())
    means = runs[output].astype("float64").groupby([runs["replicate"], runs[by]]).mean().unstack()[arms]
    differences = means.sub(means[arms[0] if reference is None else reference], axis=0)
    return pd.DataFrame({
        "mean": means.mean(),
        "difference": differences.mean(),
        "standardError": differences.std() / len(means) ** 0.5,
        "replicates": len(means),
    })
