"""An archive in engines: one process, Spark, Ray Data and Dask read the same Parquet files into the table of points.

    python benchmarks/engines.py [--articles 12000] [process spark ray dask]

The articles are the shipped ones again and again, one in a thousand is null, in four files. Every engine has two
processors, runs in a process of its own after the one before, and is timed from its first call to the files written,
and its start beside that. An engine that is not installed is left out.
"""

import argparse
import importlib.util
import json
import logging
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FILES = 4
NULL = 1000
"""One article in so many is null."""


def write_archive(folder: Path, count: int) -> None:
    """The archive: Parquet files with `id` and `text`."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    paths = sorted([*ROOT.glob("examples/*.txt"), *ROOT.glob("tests/gold/*.txt")])
    shipped = [path.read_bytes().decode("utf-8-sig") for path in paths]
    folder.mkdir()
    for file in range(FILES):
        numbers = range(file, count, FILES)
        texts = [None if number % NULL == 0 else shipped[number // FILES % len(shipped)] for number in numbers]
        table = pa.table({"id": [str(number) for number in numbers], "text": texts})
        pq.write_table(table, folder / f"{file}.parquet")


# --- the engines: each gives the seconds of its start, and writes the points


def process(archive: Path, out: Path) -> float:
    """No engine: `parse_batches` in the calling process."""
    import pyarrow.dataset as ds  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    from partyreports.arrow import parse_batches  # noqa: PLC0415

    out.mkdir()
    batches = parse_batches(ds.dataset(archive).to_batches(batch_size=500), table="points")
    first = next(batches)
    with pq.ParquetWriter(out / "points.parquet", first.schema) as file:
        file.write_batch(first)
        for batch in batches:
            file.write_batch(batch)
    return 0.0


def spark(archive: Path, out: Path) -> float:
    """Spark with two worker processes."""
    from pyspark.sql import SparkSession  # noqa: PLC0415

    import partyreports.spark  # noqa: PLC0415

    began = time.perf_counter()
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    started = time.perf_counter() - began
    made = partyreports.spark.parse(session.read.parquet(str(archive)))
    made["points"].write.parquet(str(out))
    if made["meetings"].where("error IS NOT NULL").count() == 0:
        raise SystemExit("the null articles are lost")
    session.stop()
    return started


def ray(archive: Path, out: Path) -> float:
    """Ray Data on two processors."""
    import ray as engine  # noqa: PLC0415
    import ray.data  # noqa: PLC0415

    began = time.perf_counter()
    engine.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    engine.data.DataContext.get_current().enable_progress_bars = False
    started = time.perf_counter() - began
    articles = engine.data.read_parquet(str(archive))
    articles.map_batches(_points, batch_format="pyarrow", batch_size=500).write_parquet(str(out))
    engine.shutdown()
    return started


def _points(table: Any) -> Any:  # noqa: ANN401
    import pyarrow as pa  # noqa: PLC0415

    from partyreports.arrow import parse_batches  # noqa: PLC0415

    return pa.Table.from_batches(parse_batches(table, table="points"))


def dask(archive: Path, out: Path) -> float:
    """Dask on two processes."""
    import dask.dataframe as dd  # noqa: PLC0415
    import pandas as pd  # noqa: PLC0415
    import pyarrow as pa  # noqa: PLC0415

    def points(part: Any) -> Any:  # noqa: ANN401
        table = pa.Table.from_pandas(part[["id", "text"]], preserve_index=False)
        return _points(table).to_pandas(types_mapper=pd.ArrowDtype)

    meta = points(pd.DataFrame({"id": ["a"], "text": ["Giao ban"]})).iloc[:0]
    made = dd.read_parquet(archive, split_row_groups=True).map_partitions(points, meta=meta)
    made.to_parquet(out, compute_kwargs={"scheduler": "processes", "num_workers": 2})
    return 0.0


ENGINES = {"process": process, "spark": spark, "ray": ray, "dask": dask}
PACKAGES = {"spark": "pyspark", "ray": "ray", "dask": "dask"}


def run_one(engine: str, archive: Path, out: Path) -> None:
    """In a process of its own: run an engine and print what it took."""
    began = time.perf_counter()
    started = ENGINES[engine](archive, out)
    print(json.dumps({"start": started, "seconds": time.perf_counter() - began - started}))


def main() -> None:
    """Run the engines one after the other and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engines", nargs="*", default=list(ENGINES), help="of process, spark, ray, dask")
    parser.add_argument("--articles", type=int, default=12_000)
    parser.add_argument("--one", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        run_one(options.engines[0], *options.one)
        return
    with tempfile.TemporaryDirectory() as name:
        archive = Path(name, "archive")
        write_archive(archive, options.articles)
        rows: dict[str, int] = {}
        for engine in options.engines:
            if importlib.util.find_spec(PACKAGES.get(engine, "pyarrow")) is None:
                print(f"{engine}: not installed")
                continue
            out = Path(name, engine)
            command = [sys.executable, __file__, engine, "--one", str(archive), str(out)]
            result = subprocess.run(
                command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, encoding="utf-8"
            )
            took = json.loads(result.stdout.splitlines()[-1])
            rows[engine] = _rows(out)
            figures = f"{took['seconds']:.1f} s, {options.articles / took['seconds']:.0f} articles/s"
            print(f"{engine}: {figures}, start {took['start']:.1f} s; {rows[engine]:,} rows", flush=True)
        if len({count for engine, count in rows.items() if engine != "spark"}) > 1:
            raise SystemExit("the engines disagree")


def _rows(out: Path) -> int:
    import pyarrow.dataset as ds  # noqa: PLC0415

    return sum(fragment.count_rows() for fragment in ds.dataset(out, format="parquet").get_fragments())


if __name__ == "__main__":
    main()
