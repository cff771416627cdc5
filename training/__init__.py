"""How the weights of the embedded back end are made: `python -m training` from public data, deterministic.

Not part of the installed package: it needs PyTorch (extra `train`), the package itself runs on numpy alone.
"""
