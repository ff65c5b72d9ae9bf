"""What is to be parsed: articles in files of their own, in folders, and as records of JSON Lines, CSV and Parquet."""
