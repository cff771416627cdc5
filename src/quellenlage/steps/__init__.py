"""The steps, whose alphabetical order is the order of the way: bytes in, dossier out.

Steps do not import each other; results pass as arguments, in records of `quellenlage.model`.
"""
