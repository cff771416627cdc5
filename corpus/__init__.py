"""The corpus: invented stories in newsroom German, annotated from the line to the drift, and the tools that read it."""
