"""Value parsers, blind to fields: each module finds one kind of value in a stretch of a view, and says in what words it stands."""
