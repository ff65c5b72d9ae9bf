"""Reports as Arrow tables and record batches (extra `arrow`): for Parquet files, databases and engines.

The schemas are fixed: they follow from the row models of `partyreports.tabular.rows`, never from the articles at hand.
"""

from partyreports.errors import MissingExtraError

try:
    import pyarrow as pa  # noqa: F401
except ImportError as missing:
    raise MissingExtraError("Arrow tables need pyarrow: pip install 'partyreports[arrow]'") from missing

from partyreports.arrow.batches import parse_batches, parse_nested
from partyreports.arrow.schemas import REPORT_SCHEMA, SCHEMAS, nested_schema, tables

__all__ = ["REPORT_SCHEMA", "SCHEMAS", "nested_schema", "parse_batches", "parse_nested", "tables"]
