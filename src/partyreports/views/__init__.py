"""How a report is shown: terminal, JSON, Markdown, tables, HTML."""
