"""Finding claims: our own query language, the fields of the index, and the engine that answers a `SearchRequest`."""
