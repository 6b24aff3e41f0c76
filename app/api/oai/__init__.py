"""`/oai`: the papers for harvesters, by OAI-PMH 2.0 (https://www.openarchives.org/OAI/openarchivesprotocol.html)."""

from app.api.oai.endpoint import router

__all__ = ["router"]
