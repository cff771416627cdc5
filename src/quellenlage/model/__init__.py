"""Records: frozen, slotted, with checked invariants. This storey imports nothing else of the package.

The way of the data in terms of records:
`Document` -> `Passage` -> `Division` (sentences) -> `Marks` -> `Statement`, `Source` -> `Reading`,
and many readings -> `Claim`, `Story`, `Derivation`, `Finding`, `TimelineEntry` -> `Dossier`.
"""
