"""Metadata inside pages: tags that reference managers and search engines read, COinS for lists, schema.org."""

from app.cite.embedded.coins import coins
from app.cite.embedded.highwire import highwire
from app.cite.embedded.schema_org import as_article, as_claim

__all__ = ["as_article", "as_claim", "coins", "highwire"]
