"""Write: Dossier -> one HTML page, JSON, tables."""

from __future__ import annotations

from quellenlage.steps.write.contract import dossier_json
from quellenlage.steps.write.files import write_dossier
from quellenlage.steps.write.page import dossier_page
from quellenlage.steps.write.schema import json_schema
from quellenlage.steps.write.tables import ClaimRow, claim_table

__all__ = ["ClaimRow", "claim_table", "dossier_json", "dossier_page", "json_schema", "write_dossier"]
