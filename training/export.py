"""Write the weights as the package reads them: the table in 8 bits with a scale per row, the rest in 16 bits."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from quellenlage.syntax.subwords import Clusters
from training.network import Reader
from training.tasks import Tasks

Array = NDArray[np.generic]


def export(
    reader: Reader,
    tasks: Tasks,
    clusters: Clusters,
    listed: Clusters,
    lexicon: Mapping[str, Array],
    path: Path,
    *,
    seen: Array | None = None,
) -> None:
    """Write `path`, an `.npz` for `quellenlage.syntax.network.Network`.

    Args:
        seen: rows of the table that any text has used; the others have learned nothing and are emptied.
    """
    state = {name: value.detach().numpy() for name, value in reader.state_dict().items()}
    table = state["encoder.words.table.weight"].copy()
    if seen is not None:
        unused = np.ones(len(table), dtype=bool)
        unused[seen] = False
        table[unused] = 0.0
    scale = np.abs(table).max(1) / 127.0 + 1e-12
    arrays = {
        "classes": np.frombuffer(json.dumps(tasks.classes, ensure_ascii=False).encode(), dtype=np.uint8),
        "cluster_hashes": clusters.hashes,
        "cluster_paths": clusters.paths,
        "listed_hashes": listed.hashes,
        "listed_kinds": listed.paths,
        **lexicon,
        "table": np.rint(table / scale[:, None]).astype(np.int8),
        "table_scale": scale.astype(np.float32),
    }
    for layer, prefix in (("first", "encoder.first"), ("second", "second"), ("third", "third")):
        for direction, suffix in (("forward", ""), ("backward", "_reverse")):
            name = f"{layer}.{direction}"
            arrays[f"{name}.input"] = state[f"{prefix}.weight_ih_l0{suffix}"]
            arrays[f"{name}.state"] = state[f"{prefix}.weight_hh_l0{suffix}"]
            arrays[f"{name}.bias"] = state[f"{prefix}.bias_ih_l0{suffix}"] + state[f"{prefix}.bias_hh_l0{suffix}"]
    for name in (
        "arc_dependent",
        "arc_head",
        "label_dependent",
        "label_head",
        *(n[:-7] for n in state if n.startswith("tags.") and n.endswith(".weight")),
    ):
        arrays[f"{name}.weight"], arrays[f"{name}.bias"] = state[f"{name}.weight"], state[f"{name}.bias"]
    arrays["tag_embedding"] = state["tag_embedding.weight"]
    for name in ("arc_weight", "label_weight", "root"):
        arrays[name] = state[name]
    half = {
        name: value.astype(np.float16) if value.dtype == np.float32 and name != "table_scale" else value
        for name, value in arrays.items()
    }
    np.savez_compressed(path, **half)
