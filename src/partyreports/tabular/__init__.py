"""Reports as tables: one row model per table, for data frames, databases and spreadsheets."""
